package id.deskpilkada.dashboard.day;

import id.deskpilkada.fieldreport.ReportKind;
import org.jspecify.annotations.Nullable;

/**
 * The reports that matter now and that the tables of places count.
 *
 * @param kind null before the first slot opens
 * @param slot empty for Form C1, of which all races count
 * @param name as people call it; empty before the first slot opens
 */
public record Subject(@Nullable ReportKind kind, String slot, String name) {

    static final Subject NONE = new Subject(null, "", "");

    /** What the third column means, as the end of message keys. */
    public String check() {
        return kind == ReportKind.C1 || kind == ReportKind.VOTING || kind == ReportKind.READINESS ? kind.name() : "C1";
    }
}
