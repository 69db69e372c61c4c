"""The quotations page: its filters, its views, and the line that says what is known of a quotation."""
