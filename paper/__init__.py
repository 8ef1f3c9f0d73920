"""Tables as papers: what a report says, and the files that it is handed in as (PDF, XLSX, CSV, JSON)."""
