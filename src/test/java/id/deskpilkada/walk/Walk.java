package id.deskpilkada.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Calls every address that it can fill in; {@link #missing} tells what it cannot. */
final class Walk {

    /** A fault of the application, or a call that does not fit: neither says anything about rights. */
    private static final Set<Integer> NO_ANSWER = Set.of(405, 406, 415, 429, 500, 501, 502, 503);

    private final List<Endpoint> endpoints;
    private final Rows rows;
    private final Runnable beforeEachCall;

    /** @param beforeEachCall lets whoever walks ask more than a person may */
    Walk(List<Endpoint> endpoints, Rows rows, Runnable beforeEachCall) {
        this.endpoints = endpoints;
        this.rows = rows;
        this.beforeEachCall = beforeEachCall;
    }

    /** What a walk calls: what only reads, what changes something, or both. */
    enum Manner {
        READING,
        CHANGING,
        WORKING;

        private boolean takes(Endpoint endpoint) {
            return this == WORKING || endpoint.safe() == (this == READING);
        }
    }

    record Call(Endpoint endpoint, List<String> values, String address) {

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
        as(caller, manner, side, any -> true, met);
    }

    /** Calls what is wanted of it. */
    void as(Caller caller, Manner manner, Side side, Predicate<Call> wanted, BiConsumer<Call, Caller.Answer> met) {
        endpoints.stream()
                .filter(manner::takes)
                .filter(endpoint -> missing(endpoint).isEmpty())
                .forEach(endpoint -> call(caller, endpoint, side, wanted, met));
    }

    /**
     * Calls everything, expecting to be refused.
     *
     * @return what was changed by calls that may change nothing
     */
    List<String> refused(Caller caller, Side side, BiConsumer<Call, Caller.Answer> met) {
        var refusals = new Refusals(rows);
        for (var endpoint : endpoints) {
            if (!missing(endpoint).isEmpty()) {
                continue;
            }
            if (Expected.mayChangeSomething(endpoint)) {
                refusals.except(() -> call(caller, endpoint, side, any -> true, met));
            } else {
                call(caller, endpoint, side, any -> true, (call, answer) -> {
                    refusals.called(call.toString());
                    met.accept(call, answer);
                });
            }
        }
        return refusals.changes();
    }

    private void call(
            Caller caller, Endpoint endpoint, Side side, Predicate<Call> wanted, BiConsumer<Call, Caller.Answer> met) {
        for (var values : Samples.fillings(endpoint, side)) {
            var call = new Call(endpoint, List.copyOf(values.values()), endpoint.address(values));
            if (wanted.test(call)) {
                beforeEachCall.run();
                var answer = answer(caller, call, side);
                assertThat(answer.status()).as(() -> call + " " + answer.text()).isNotIn(NO_ANSWER);
                met.accept(call, answer);
                if (Expected.signsInOrOut(endpoint)) {
                    caller.signIn();
                }
            }
        }
    }

    private static Caller.Answer answer(Caller caller, Call call, Side side) {
        var body = Bodies.of(call.endpoint());
        return body == null
                ? caller.get(call.address())
                : caller.send(
                        call.endpoint().method(),
                        call.address(),
                        body.type(),
                        body.about().apply(side));
    }
}
