package id.deskpilkada.dashboard.voting;

import id.deskpilkada.voting.board.VotingSummary.Place;
import java.util.Arrays;
import java.util.Comparator;

/** In which order the places stand: by code, or what hurts first. */
enum PlaceOrder {
    CODE("", Comparator.comparing(Place::code)),
    TROUBLE(
            "masalah",
            Comparator.comparing(Place::state)
                    .thenComparing(Comparator.comparingInt(Place::troubled).reversed())),
    MISSING(
            "belum",
            Comparator.comparingInt((Place place) -> place.reports().missing()).reversed()),
    UNOPENED("buka", Comparator.comparingInt(Place::notOpened).reversed()),
    TURNOUT("partisipasi", Comparator.comparingDouble(PlaceOrder::share));

    private final String code;
    private final Comparator<Place> order;

    PlaceOrder(String code, Comparator<Place> order) {
        this.code = code;
        this.order = order;
    }

    static PlaceOrder of(String code) {
        return Arrays.stream(values())
                .filter(order -> order.code.equals(code))
                .findFirst()
                .orElse(CODE);
    }

    /** As it stands in addresses; empty for the order by code. */
    String code() {
        return code;
    }

    Comparator<Place> comparator() {
        return order.thenComparing(Place::code);
    }

    /** Places without a figure stand last: they are found under what is missing. */
    private static double share(Place place) {
        var turnout = place.turnout();
        return turnout.listed() == 0 ? Double.MAX_VALUE : (double) turnout.votersListed() / turnout.listed();
    }
}
