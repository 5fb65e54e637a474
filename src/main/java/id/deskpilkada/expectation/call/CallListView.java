package id.deskpilkada.expectation.call;

import id.deskpilkada.election.RoundRef;
import id.deskpilkada.expectation.Progress;
import id.deskpilkada.expectation.call.CallSlots.CallSlot;
import id.deskpilkada.expectation.excuse.Excuse;
import id.deskpilkada.platform.Page;
import id.deskpilkada.region.Region;
import java.util.List;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the page of the call list shows.
 *
 * @param region code of the place
 * @param area its digits
 * @param districts those to choose from; none where there is no choice
 * @param text for a WhatsApp group
 * @param share opens WhatsApp with that text
 */
record CallListView(
        RoundRef round,
        List<RoundRef> rounds,
        List<CallSlot> slots,
        CallSlot slot,
        String region,
        String area,
        String placeName,
        List<Region> districts,
        Progress here,
        List<CallGroup> groups,
        int total,
        int page,
        int size,
        String text,
        String share,
        Page<Excuse> excuses,
        boolean mayExcuse,
        boolean mayEnter) {

    public String url(CallSlot of) {
        return address("/desk/belum-lapor", of, 0);
    }

    public String pageUrl(int number) {
        return address("/desk/belum-lapor", slot, number);
    }

    public String partUrl() {
        return address("/desk/belum-lapor/daftar", slot, page);
    }

    public String roundUrl(RoundRef of) {
        return UriComponentsBuilder.fromPath("/desk/belum-lapor")
                .queryParam("election", of.electionCode())
                .queryParam("round", of.code())
                .encode()
                .toUriString();
    }

    private String address(String path, CallSlot of, int number) {
        var address = UriComponentsBuilder.fromPath(path)
                .queryParam("kind", of.kind())
                .queryParam("slot", of.slot())
                .queryParam("region", region)
                .queryParam("election", round.electionCode())
                .queryParam("round", round.code());
        var race = of.raceCode();
        if (race != null) {
            address.queryParam("race", race);
        }
        if (number > 0) {
            address.queryParam("page", number);
        }
        return address.encode().toUriString();
    }
}
