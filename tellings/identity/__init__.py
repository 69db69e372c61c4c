"""When two printed names are one."""
