package id.deskpilkada.sms.card;

import id.deskpilkada.election.CandidateRef;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.StationRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.platform.document.Documents;
import id.deskpilkada.region.Regions;
import id.deskpilkada.sms.SmsReceiver;
import id.deskpilkada.sms.grammar.Damm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Cards of the size of a bank card, ten on a sheet, one for each polling station. */
@Component
class SmsCards {

    private static final int ON_A_SHEET = 10;
    private static final int SHORTEST_AREA = 6;
    private static final int VILLAGE = 10;
    private static final int DISTRICT = 6;

    private final Elections elections;
    private final Regions regions;
    private final Documents documents;
    private final SmsReceiver receiver;
    private final Audit audit;

    SmsCards(Elections elections, Regions regions, Documents documents, SmsReceiver receiver, Audit audit) {
        this.elections = elections;
        this.regions = regions;
        this.documents = documents;
        this.receiver = receiver;
        this.audit = audit;
    }

    /**
     * @param name number and letter, {@code 012K}
     * @param forms for each race how its form is written
     */
    record Card(String name, String place, String code, List<String> forms) {}

    /** @throws Problem 403 {@code OUTSIDE_SCOPE}, 404 {@code UNKNOWN_REGION}, 422 when no round is meant */
    byte[] of(Actor actor, String code, @Nullable String election, @Nullable String round) {
        var area = Area.digits(code);
        if (!actor.covers(area)) {
            throw Problem.forbidden("OUTSIDE_SCOPE", code);
        }
        var about = elections.round(election, round);
        var stations = area.length() < SHORTEST_AREA ? List.<StationRef>of() : elections.stations(about, area);
        if (stations.isEmpty()) {
            throw Problem.notFound("UNKNOWN_REGION", code);
        }
        var cards = stations.stream().map(station -> card(about, station)).toList();
        var sheets = new ArrayList<List<List<Card>>>();
        for (int from = 0; from < cards.size(); from += ON_A_SHEET) {
            sheets.add(pairs(cards.subList(from, Math.min(cards.size(), from + ON_A_SHEET))));
        }
        audit.record("export.sms-card", "sms-card/" + area, area, Map.of("cards", "" + cards.size()));
        var model = Map.of(
                "sheets",
                sheets,
                "number",
                receiver.readable(),
                "place",
                regions.name(area.substring(0, Math.min(VILLAGE, area.length()))));
        return documents.pdf("sms-card", model);
    }

    private static List<List<Card>> pairs(List<Card> cards) {
        var pairs = new ArrayList<List<Card>>();
        for (int at = 0; at < cards.size(); at += 2) {
            pairs.add(cards.subList(at, Math.min(cards.size(), at + 2)));
        }
        return pairs;
    }

    private Card card(RoundRef round, StationRef station) {
        var tps = station.code();
        var name = tps.substring(VILLAGE) + Damm.letter(tps);
        var forms = elections.races(round.electionId()).stream()
                .filter(race -> race.covers(tps))
                .map(race -> form(name, race))
                .toList();
        var place = regions.name(tps.substring(0, VILLAGE)) + ", " + regions.name(tps.substring(0, DISTRICT));
        return new Card(name, place, tps, forms);
    }

    private static String form(String name, RaceRef race) {
        var votes = race.candidates().stream()
                .map(CandidateRef::ballotNumber)
                .map(number -> number + " ...")
                .collect(Collectors.joining(" "));
        return "C1 " + name + " " + race.code() + " " + votes + " S ... TS ... J ...";
    }
}
