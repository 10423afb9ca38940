"""The SPARQL 1.1 Protocol endpoint: queries of strangers, answered in processes that can be killed.

limits       what one query may take
values       what travels: Query, Job, Answer, Fault, Outcome
formats      the formats of answers, and the choice among them
faults       everything that can go wrong, with its HTTP status
syntax       a parser's complaint made readable
protocol     an HTTP request read as a query operation
answering    a query and an index make an answer
worker       what a process that answers runs
handle       the server's end of such a process
line         who waits for an answer
pool         the processes over an embedded store
remote       the same over a SPARQL server
outcome      an answer read back, for pages
description  the service description, with statistics
sending      replies as HTTP
endpoint     the route
"""

from __future__ import annotations
