package id.deskpilkada.simulation.voting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;

/**
 * A report of a TPS as somebody makes it.
 *
 * @param step what the simulation counts, and what tells the reports of a TPS and slot apart
 * @param afterwards whether it follows another report of the same slot
 */
record Told(String step, Supplier<ObjectNode> data, Teller teller, boolean afterwards) {

    enum Teller {
        /** The officer of the TPS, or the admin of its village. */
        REPORTER,
        /** The kecamatan types what it hears by telephone. */
        BY_PHONE,
        /** The reporter, who forgets what the application will ask for. */
        REFUSED_REPORTER,
        /** Somebody of another village. */
        STRANGER;

        boolean isRefused() {
            return this == REFUSED_REPORTER || this == STRANGER;
        }
    }

    static Told of(String step, Supplier<ObjectNode> data) {
        return new Told(step, data, Teller.REPORTER, false);
    }

    Told by(Teller other) {
        return new Told(step, data, other, afterwards);
    }

    Told later() {
        return new Told(step, data, teller, true);
    }
}
