package id.deskpilkada.dashboard.day;

import id.deskpilkada.dashboard.PageAddress;
import id.deskpilkada.dashboard.PlaceQuestion;
import org.jspecify.annotations.Nullable;

/**
 * What an address of the front page asks for.
 *
 * @param order {@code terlambat} for the places with most overdue reports first; else they stand by their codes
 */
public record DayQuestion(
        @Nullable String election, @Nullable String round, @Nullable String region, @Nullable String order)
        implements PlaceQuestion {

    static final String LATE_FIRST = "terlambat";

    public DayQuestion(@Nullable String election, @Nullable String round, @Nullable String region) {
        this(election, round, region, null);
    }

    @Override
    public DayQuestion in(String other) {
        return new DayQuestion(election, round, other, order);
    }

    @Override
    public DayQuestion ofRound(String otherElection, String otherRound) {
        return new DayQuestion(otherElection, otherRound, region, order);
    }

    public boolean lateFirst() {
        return LATE_FIRST.equals(order);
    }

    public DayQuestion byPlace() {
        return new DayQuestion(election, round, region, null);
    }

    public DayQuestion byLateness() {
        return new DayQuestion(election, round, region, LATE_FIRST);
    }

    @Override
    public String url() {
        return to("/desk");
    }

    /** The address of the part that is fetched again when something changed. */
    public String partUrl() {
        return to("/desk/angka");
    }

    /** The map of the same numbers. */
    public String mapUrl() {
        return PageAddress.of("/desk/peta", "region", region, "lapis", "laporan", "election", election, "round", round);
    }

    /** Another page about the same place and round. */
    public String at(String path) {
        return PageAddress.of(path, "region", region, "election", election, "round", round);
    }

    private String to(String path) {
        return PageAddress.of(
                path, "region", region, "urut", lateFirst() ? LATE_FIRST : null, "election", election, "round", round);
    }
}
