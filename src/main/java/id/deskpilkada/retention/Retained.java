package id.deskpilkada.retention;

import java.time.Instant;
import java.time.Period;
import java.util.Optional;

/** One kind of data whose time runs out. */
public interface Retained {

    /** Code of the kind, e.g. {@code PHOTO}; its text stands under {@code retention.<kind>}. */
    String kind();

    Period period();

    /** How many are older. */
    long due(Instant before);

    /** When the oldest that is still there began to count; nothing when nothing is there. */
    Optional<Instant> oldest();

    /** Erases some of what is older, in the running transaction, and tells how many. */
    long erase(Instant before, int most);
}
