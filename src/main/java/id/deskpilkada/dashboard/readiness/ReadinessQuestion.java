package id.deskpilkada.dashboard.readiness;

import id.deskpilkada.dashboard.PageAddress;
import id.deskpilkada.dashboard.PlaceQuestion;

/**
 * What an address of the page asks for.
 *
 * @param slot of the call list; empty for the next one that is due
 * @param owner whose shortcomings are listed; empty for everybody's
 * @param page of the call list, from 0
 * @param list page of the shortcomings, from 0
 */
record ReadinessQuestion(String election, String round, String region, String slot, String owner, int page, int list)
        implements PlaceQuestion {

    @Override
    public ReadinessQuestion in(String other) {
        return new ReadinessQuestion(election, round, other, slot, "", 0, 0);
    }

    @Override
    public ReadinessQuestion ofRound(String otherElection, String otherRound) {
        return new ReadinessQuestion(otherElection, otherRound, region, "", "", 0, 0);
    }

    public ReadinessQuestion at(String other) {
        return new ReadinessQuestion(election, round, region, other, owner, 0, list);
    }

    public ReadinessQuestion of(String other) {
        return new ReadinessQuestion(election, round, region, slot, other, page, 0);
    }

    public ReadinessQuestion onPage(int other) {
        return new ReadinessQuestion(election, round, region, slot, owner, other, list);
    }

    public ReadinessQuestion onList(int other) {
        return new ReadinessQuestion(election, round, region, slot, owner, page, other);
    }

    @Override
    public String url() {
        return address("/desk/kesiapan");
    }

    /** The address of the part that is fetched again when something changed. */
    public String partUrl() {
        return address("/desk/kesiapan/angka");
    }

    private String address(String path) {
        return PageAddress.of(
                path,
                "region",
                region,
                "slot",
                slot,
                "pemilik",
                owner,
                "page",
                page,
                "daftar",
                list,
                "election",
                election,
                "round",
                round);
    }
}
