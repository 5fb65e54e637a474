package id.deskpilkada.incident;

import java.util.Set;

/** How far an incident has come. */
public enum IncidentState {
    /** Nobody at the desk has judged it yet; help may be on its way all the same. */
    REPORTED,
    HANDLING,
    CLOSED,
    REJECTED,
    MERGED;

    public boolean isOpen() {
        return this == REPORTED || this == HANDLING;
    }

    boolean mayBecome(IncidentState next) {
        return switch (this) {
            case REPORTED -> Set.of(HANDLING, REJECTED, MERGED).contains(next);
            case HANDLING -> Set.of(CLOSED, REJECTED, MERGED).contains(next);
            case CLOSED, REJECTED -> next == REPORTED;
            case MERGED -> false;
        };
    }
}
