package id.deskpilkada.voting.board;

/** What matters most about a place on the day of voting; the most urgent first. */
public enum DayState {
    HALTED,
    UNREST,
    ATTENTION,
    /** Some of its polling stations have not said that they opened. */
    OPENING,
    OPEN,
    CLOSED,
    /** Nothing was said yet. */
    SILENT;

    /** @param stations how many there are; the others say of how many it was reported */
    public static DayState of(int stations, int opened, int closed, int halted, int unrest, int attention) {
        if (halted > 0) {
            return HALTED;
        }
        if (unrest > 0) {
            return UNREST;
        }
        if (attention > 0) {
            return ATTENTION;
        }
        if (closed > 0 && closed >= stations) {
            return CLOSED;
        }
        if (opened == 0) {
            return SILENT;
        }
        return opened >= stations ? OPEN : OPENING;
    }
}
