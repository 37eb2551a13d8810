package treaty

// WithdrawalClause is how a State may leave a treaty.
type WithdrawalClause struct{ Text string }

// ParseWithdrawal reads the words of a table.
func ParseWithdrawal(s string) WithdrawalClause { return WithdrawalClause{s} }
