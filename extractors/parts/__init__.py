"""What several families need: blocks, dates, facts, lists, records of judgements."""
