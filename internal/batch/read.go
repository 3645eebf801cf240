package batch

// ReadFile reads one file as Run does: its error is a *model.Failure, also for
// a file of more than limit bytes; 0 is no limit.
func ReadFile(path string, limit int64) ([]byte, error) {
	data, failure := readFile(path, limit)
	if failure != nil {
		return nil, failure
	}
	return data, nil
}
