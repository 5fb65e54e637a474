package id.deskpilkada.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** Calls every address that it can fill in; {@link #missing} tells what it cannot. */
final class Walk {

    /** A fault of the application, or a call that does not fit: neither says anything about rights. */
    private static final Set<Integer> NO_ANSWER = Set.of(405, 406, 415, 429, 500, 501, 502, 503);

    private final List<Endpoint> endpoints;
    private final Rows rows;

    Walk(List<Endpoint> endpoints, Rows rows) {
        this.endpoints = endpoints;
        this.rows = rows;
    }

    /** What a walk does with what changes something: leave it, expect to be refused, or just do it. */
    enum Manner {
        READING,
        TRYING,
        WORKING
    }

    /** @param changed tables that the call changed; looked for only where one is expected to be refused */
    record Call(Endpoint endpoint, Collection<String> values, String address, String changed) {

        @Override
        public String toString() {
            return endpoint.method() + " " + address;
        }
    }

    static List<String> missing(Endpoint endpoint) {
        var missing = new ArrayList<>(Samples.missing(endpoint));
        if (!endpoint.safe() && Bodies.of(endpoint) == null) {
            missing.add(endpoint + " changes something: add a body to Bodies that would be accepted");
        }
        return missing;
    }

    /** Calls everything about the objects of one side. */
    void as(Caller caller, Manner manner, Side side, BiConsumer<Call, Caller.Answer> met) {
        rows.changedSinceLastAsked();
        for (var endpoint : endpoints) {
            if (manner == Manner.READING && !endpoint.safe()
                    || !missing(endpoint).isEmpty()) {
                continue;
            }
            for (var values : Samples.fillings(endpoint, side)) {
                var address = endpoint.address(values);
                var answer = call(caller, endpoint, address, side);
                assertThat(answer.status())
                        .as(endpoint.method() + " " + address + " " + answer.text())
                        .isNotIn(NO_ANSWER);
                var watched = manner == Manner.TRYING && !endpoint.safe();
                var changed = watched ? rows.changedSinceLastAsked() : "";
                met.accept(new Call(endpoint, values.values(), address, changed), answer);
                if (Expected.signsInOrOut(endpoint)) {
                    caller.signIn();
                }
            }
        }
    }

    private static Caller.Answer call(Caller caller, Endpoint endpoint, String address, Side side) {
        var body = Bodies.of(endpoint);
        return body == null
                ? caller.get(address)
                : caller.send(
                        endpoint.method(), address, body.type(), body.about().apply(side));
    }
}
