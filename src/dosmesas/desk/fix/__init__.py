"""Safe repairs of what `check` finds: by place, so that comments and layout stay."""
