package register

import (
	"context"
	"slices"

	"chancery"
	"chancery/ledger"
)

// Judge records one judgement on one or many targets. A grade is said where a
// whole import is accepted.
func (r *Register) Judge(ctx context.Context, person string, j chancery.Judgement, targets []chancery.Target, reason string, grade chancery.Grade) (chancery.Verdict, error) {
	const op = "register.Judge"
	if len(targets) == 0 {
		return chancery.Verdict{}, chancery.Fail(op, chancery.Invalid, chancery.Say("verdict.empty", "nothing was chosen; tick at least one value"))
	}
	defer r.authority.stale()
	got, err := r.store.Record(ctx, person, []chancery.Verdict{{Person: person, Judgement: j, Reason: reason, Grade: grade, Targets: targets}})
	if err != nil {
		return chancery.Verdict{}, chancery.Wrap(op, chancery.Internal, err)
	}
	return got[0], nil
}

// JudgeStatements records one judgement on statements.
func (r *Register) JudgeStatements(ctx context.Context, person string, j chancery.Judgement, ids []chancery.StatementID, reason string) (chancery.Verdict, error) {
	return r.Judge(ctx, person, j, statementTargets(ids), reason, "")
}

func statementTargets(ids []chancery.StatementID) []chancery.Target {
	out := make([]chancery.Target, len(ids))
	for i, id := range ids {
		out[i] = chancery.Target{Kind: chancery.OnStatement, Statement: id}
	}
	return out
}

// JudgeCard records one judgement on what a paper says of one thing and nobody
// judged yet, the exceptions left as they are.
func (r *Register) JudgeCard(ctx context.Context, person string, j chancery.Judgement, doc chancery.DocumentID, card chancery.EntityID, except []chancery.StatementID, reason string) (chancery.Verdict, error) {
	return r.judgeWaiting(ctx, person, j, doc, reason, func(s ledger.Judged) bool {
		return s.Subject == card && !slices.Contains(except, s.ID)
	})
}

// JudgeRule records one judgement on everything that one rule proposed in a
// paper and nobody judged yet.
func (r *Register) JudgeRule(ctx context.Context, person string, j chancery.Judgement, doc chancery.DocumentID, rule string, reason string) (chancery.Verdict, error) {
	return r.judgeWaiting(ctx, person, j, doc, reason, func(s ledger.Judged) bool { return s.Rule == rule })
}

func (r *Register) judgeWaiting(ctx context.Context, person string, j chancery.Judgement, doc chancery.DocumentID, reason string, chosen func(ledger.Judged) bool) (chancery.Verdict, error) {
	all, err := r.store.Statements(ctx, ledger.StatementQuery{Document: doc, LastReading: true})
	if err != nil {
		return chancery.Verdict{}, chancery.Wrap("register.Judge", chancery.Internal, err)
	}
	var ids []chancery.StatementID
	for _, s := range all {
		if s.Judgement == "" && chosen(s) {
			ids = append(ids, s.ID)
		}
	}
	return r.JudgeStatements(ctx, person, j, ids, reason)
}

// AcceptWhole accepts everything that a table or an import says, unread, with
// the grade of its source.
func (r *Register) AcceptWhole(ctx context.Context, person string, doc chancery.DocumentID, grade chancery.Grade, reason string) (chancery.Verdict, error) {
	if grade == "" {
		return chancery.Verdict{}, chancery.Fail("register.AcceptWhole", chancery.Invalid, chancery.Say("verdict.grade", "say how good the source is: depositary, gazette, official site, press or recollection"))
	}
	return r.Judge(ctx, person, chancery.Confirmed, []chancery.Target{{Kind: chancery.OnImport, Document: doc}}, reason, grade)
}

// JudgeSame records that two things are the same, or are not. That they are
// not, inside what was found to be one, is refused with the path between them.
func (r *Register) JudgeSame(ctx context.Context, person string, j chancery.Judgement, a, b chancery.EntityID, reason string) (chancery.Verdict, error) {
	if a == b {
		return chancery.Verdict{}, chancery.Fail("register.JudgeSame", chancery.Invalid, chancery.Say("same.itself", "a thing is always the same as itself; choose another"))
	}
	return r.Judge(ctx, person, j, []chancery.Target{{Kind: chancery.OnSame, Entity: a, Other: b}}, reason, "")
}

// Undo takes back a verdict: what it judged is as it was before it. The verdict
// itself stays in the ledger.
func (r *Register) Undo(ctx context.Context, person, verdict, reason string) (chancery.Verdict, error) {
	const op = "register.Undo"
	v, err := r.store.Verdict(ctx, verdict)
	if err != nil {
		return v, chancery.Wrap(op, chancery.Internal, err)
	}
	return r.Judge(ctx, person, chancery.Undone, v.Targets, reason, "")
}

// Withdraw makes a paper filed by mistake unreadable everywhere, for ever. The
// reason stays.
func (r *Register) Withdraw(ctx context.Context, person string, doc chancery.DocumentID, reason string) error {
	const op = "register.Withdraw"
	if reason == "" {
		return chancery.Fail(op, chancery.Invalid, chancery.Say("withdraw.reason", "say why the paper is withdrawn; the reason is all that stays of it"))
	}
	r.forget(doc)
	return chancery.Wrap(op, chancery.Internal, r.store.Withdraw(ctx, person, doc, reason))
}
