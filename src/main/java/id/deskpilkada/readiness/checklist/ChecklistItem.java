package id.deskpilkada.readiness.checklist;

import id.deskpilkada.readiness.ReadinessStage;
import org.jspecify.annotations.Nullable;

/**
 * Something that is looked at in every TPS.
 *
 * @param itemGroup decides who mends it, by the table {@code readiness-follow-up}
 * @param owner who mends it instead: code of an agency, or {@code camat}
 * @param blocking whether nobody can vote without it; otherwise it is a condition
 * @param active whether it is still asked for
 */
record ChecklistItem(
        String code,
        ReadinessStage stage,
        String itemGroup,
        String label,
        String labelEn,
        @Nullable String owner,
        boolean blocking,
        int followUpDays,
        int position,
        boolean active) {

    static final String FLOOD_RISK = "FLOOD_RISK";
    static final String OFFLINE_PLAN = "OFFLINE_PLAN";
    static final String FLOOD = "FLOOD";
    static final String SIGNAL = "SIGNAL";

    /** What is asked outside the checklist and can be missing too. */
    static ChecklistItem beside(String code, String group, boolean blocking) {
        return new ChecklistItem(code, ReadinessStage.SITE, group, code, code, null, blocking, 3, 1000, true);
    }
}
