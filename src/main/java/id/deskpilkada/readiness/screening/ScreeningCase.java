package id.deskpilkada.readiness.screening;

import id.deskpilkada.election.RoundRef;

/**
 * One puskesmas area in one round, as the process names it: {@code <election>/<round>/<puskesmas>/<area>}. The number stands for the area; no name is in it.
 *
 * @param area digits of the place whose health service works on it
 */
record ScreeningCase(String election, String round, long puskesmasId, String area) {

    static ScreeningCase of(RoundRef round, Puskesmas puskesmas) {
        return new ScreeningCase(round.electionCode(), round.code(), puskesmas.id(), puskesmas.area());
    }

    static ScreeningCase of(String subject) {
        var parts = subject.split("/");
        return new ScreeningCase(parts[0], parts[1], Long.parseLong(parts[2]), parts[3]);
    }

    String subject() {
        return election + "/" + round + "/" + puskesmasId + "/" + area;
    }
}
