package id.deskpilkada.dashboard.leader;

import id.deskpilkada.dashboard.day.DayView;

/** Whether the day is calm, in one word. */
enum Verdict {
    CALM,
    ATTENTION,
    ALARM;

    private static final int GRAVEST = 4;

    /** Danger to life, or an incident that waits beyond its time, is an alarm; anything late or open wants attention. */
    static Verdict of(DayView day) {
        var burning = day.burning();
        if (burning.runOut() > 0 || burning.grade(GRAVEST) > 0) {
            return ALARM;
        }
        return day.late().overdue() > 0 || burning.board().all().all() > 0 ? ATTENTION : CALM;
    }

    /** Message key of its words. */
    public String words() {
        return "leader.verdict." + name();
    }
}
