package id.deskpilkada.dashboard.readiness;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What an address of the page asks for; each link is the same question with one thing changed.
 *
 * @param slot of the call list; empty for the next one that is due
 * @param owner whose shortcomings are listed; empty for everybody's
 * @param page of the call list, from 0
 * @param list page of the shortcomings, from 0
 */
record ReadinessQuestion(String election, String round, String region, String slot, String owner, int page, int list) {

    public ReadinessQuestion in(String other) {
        return new ReadinessQuestion(election, round, other, slot, "", 0, 0);
    }

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

    public String url() {
        return address("/desk/kesiapan");
    }

    /** The address of the part that is fetched again when something changed. */
    public String partUrl() {
        return address("/desk/kesiapan/angka");
    }

    private String address(String path) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("region", region);
        parameters.put("slot", slot);
        parameters.put("pemilik", owner);
        parameters.put("page", page);
        parameters.put("daftar", list);
        parameters.put("election", election);
        parameters.put("round", round);
        parameters.values().removeIf(value -> value.equals("") || value.equals(0));
        var address = UriComponentsBuilder.fromPath(path);
        parameters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parameters).toUriString();
    }
}
