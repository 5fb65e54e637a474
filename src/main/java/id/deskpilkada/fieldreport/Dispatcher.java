package id.deskpilkada.fieldreport;

import id.deskpilkada.fieldreport.dispatch.Handling;
import org.springframework.stereotype.Service;

/** Hands stored reports to the feature that owns their kind, in the order of the ledger within each stream. It runs by itself unless {@code desk.dispatcher.enabled} is false. */
@Service
public class Dispatcher {

    private final Handling handling;

    Dispatcher(Handling handling) {
        this.handling = handling;
    }

    /** Handles all that can be handled now, in the caller's thread, and tells how many reports that were, whatever their end. */
    public int drain() {
        return handling.drain();
    }
}
