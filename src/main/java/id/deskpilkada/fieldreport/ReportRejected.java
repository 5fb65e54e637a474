package id.deskpilkada.fieldreport;

import java.util.List;

/** Thrown by a feature when a rule of the world forbids a stored report: what it wrote is rolled back, and the report ends as rejected with this reason. */
public final class ReportRejected extends RuntimeException {

    private final transient Reason reason;

    /** @param code its text stands under {@code problem.<CODE>} */
    public ReportRejected(String code, Object... arguments) {
        super(code, null, false, false);
        this.reason = new Reason(code, List.of(arguments));
    }

    public Reason reason() {
        return reason;
    }
}
