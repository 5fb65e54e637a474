package id.deskpilkada.incident.dispatch;

/** How far an agency has come with what it was sent to. */
public enum DispatchState {
    SENT,
    ACKNOWLEDGED,
    ON_THE_WAY,
    ARRIVED,
    DONE,
    DECLINED,
    WITHDRAWN;

    public boolean isOpen() {
        return ordinal() < DONE.ordinal();
    }
}
