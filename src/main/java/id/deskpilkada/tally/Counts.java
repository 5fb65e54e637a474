package id.deskpilkada.tally;

import id.deskpilkada.c1.C1FormChanged;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a form, or all forms of an area, add to the totals of a race.
 *
 * @param received forms that arrived; held and verified are parts of them
 * @param countedReceived forms whose figures are in {@code receivedSums}
 * @param countedVerified forms whose figures are in {@code verifiedSums}
 */
record Counts(
        int received,
        int held,
        int verified,
        int countedReceived,
        int countedVerified,
        Sums receivedSums,
        Sums verifiedSums) {

    static final String COLUMNS =
            "received, held, verified, counted_received, counted_verified, received_sums, verified_sums";
    static final Counts NONE = new Counts(0, 0, 0, 0, 0, Sums.NONE, Sums.NONE);

    static Counts of(C1FormChanged form) {
        return new Counts(
                form.received() ? 1 : 0,
                form.held() ? 1 : 0,
                form.verified() ? 1 : 0,
                form.receivedFigures() == null ? 0 : 1,
                form.verifiedFigures() == null ? 0 : 1,
                Sums.of(form.receivedFigures()),
                Sums.of(form.verifiedFigures()));
    }

    static Counts of(ResultSet row) throws SQLException {
        return new Counts(
                row.getInt("received"),
                row.getInt("held"),
                row.getInt("verified"),
                row.getInt("counted_received"),
                row.getInt("counted_verified"),
                Sums.of(row.getArray("received_sums")),
                Sums.of(row.getArray("verified_sums")));
    }

    Counts plus(Counts other) {
        return new Counts(
                received + other.received,
                held + other.held,
                verified + other.verified,
                countedReceived + other.countedReceived,
                countedVerified + other.countedVerified,
                receivedSums.plus(other.receivedSums),
                verifiedSums.plus(other.verifiedSums));
    }

    Counts minus(Counts other) {
        return new Counts(
                received - other.received,
                held - other.held,
                verified - other.verified,
                countedReceived - other.countedReceived,
                countedVerified - other.countedVerified,
                receivedSums.minus(other.receivedSums),
                verifiedSums.minus(other.verifiedSums));
    }

    boolean sameAs(Counts other) {
        var difference = minus(other);
        return difference.received == 0
                && difference.held == 0
                && difference.verified == 0
                && difference.countedReceived == 0
                && difference.countedVerified == 0
                && receivedSums.sameAs(other.receivedSums)
                && verifiedSums.sameAs(other.verifiedSums);
    }

    Sums sums(Basis basis) {
        return basis == Basis.RECEIVED ? receivedSums : verifiedSums;
    }

    int counted(Basis basis) {
        return basis == Basis.RECEIVED ? countedReceived : countedVerified;
    }

    /** What is not zero, by name. */
    Map<String, Long> named() {
        var named = new LinkedHashMap<String, Long>();
        put(named, "received", received);
        put(named, "held", held);
        put(named, "verified", verified);
        put(named, "countedReceived", countedReceived);
        put(named, "countedVerified", countedVerified);
        put(named, "received.", receivedSums);
        put(named, "verified.", verifiedSums);
        return named;
    }

    private static void put(Map<String, Long> named, String basis, Sums sums) {
        put(named, basis + "validVotes", sums.valid());
        put(named, basis + "invalidVotes", sums.invalid());
        put(named, basis + "dptTotal", sums.dpt());
        put(named, basis + "votersTotal", sums.voters());
        for (int number = 1; number <= sums.lastBallotNumber(); number++) {
            put(named, basis + "votes." + number, sums.votes(number));
        }
    }

    private static void put(Map<String, Long> named, String name, long value) {
        if (value != 0) {
            named.put(name, value);
        }
    }
}
