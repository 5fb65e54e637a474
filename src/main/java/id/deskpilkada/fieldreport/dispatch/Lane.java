package id.deskpilkada.fieldreport.dispatch;

import id.deskpilkada.fieldreport.ReportKind;

/** Incidents have workers of their own, so that no burst of forms delays a call for help. */
enum Lane {
    INCIDENTS("kind = 'INCIDENT'"),
    OTHERS("kind <> 'INCIDENT'");

    private final String condition;

    Lane(String condition) {
        this.condition = condition;
    }

    /** In SQL, about the columns of {@code field_report}. */
    String condition() {
        return condition;
    }

    static Lane of(ReportKind kind) {
        return kind == ReportKind.INCIDENT ? INCIDENTS : OTHERS;
    }
}
