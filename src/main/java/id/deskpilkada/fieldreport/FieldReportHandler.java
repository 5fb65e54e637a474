package id.deskpilkada.fieldreport;

import java.util.Set;

/** What a feature does with the reports of its kinds. */
public interface FieldReportHandler {

    Set<ReportKind> kinds();

    /**
     * Looks at a report before it is stored, within the sender's request: short, and without writing anything.
     *
     * @throws id.deskpilkada.platform.Problem 422 {@code MALFORMED} with every field that cannot be read
     */
    void check(ReportDraft draft);

    /**
     * Turns a stored report into facts, in the transaction that also settles it. Any other exception than the one named is a technical failure: rolled back and tried again.
     *
     * @throws ReportRejected when a rule of the world forbids the report
     */
    Outcome handle(FieldReport report);
}
