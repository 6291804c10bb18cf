"""What has to hold beyond single tables: ids, references, circles, reachability, wording, coverage, dates."""
