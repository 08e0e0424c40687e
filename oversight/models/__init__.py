"""What oversight keeps."""
