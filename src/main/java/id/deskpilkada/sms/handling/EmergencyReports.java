package id.deskpilkada.sms.handling;

import id.deskpilkada.election.RoundRef;
import id.deskpilkada.fieldreport.IncidentCategory;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.region.Regions;
import id.deskpilkada.sms.InboundSms;
import id.deskpilkada.sms.SmsOutcome;
import id.deskpilkada.sms.SmsState;
import id.deskpilkada.sms.grammar.Said.Emergency;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Calls for help by SMS: never refused for how they are written, and told of the sender's whole place where the station is unclear. */
@Component
class EmergencyReports {

    private static final int VILLAGE = 10;
    private static final int TPS = 13;
    private static final Map<String, IncidentCategory> WORDS = words();

    private final StationSearch stations;
    private final Regions regions;
    private final SmsReportJson json;
    private final Replies replies;

    EmergencyReports(StationSearch stations, Regions regions, SmsReportJson json, Replies replies) {
        this.stations = stations;
        this.regions = regions;
        this.json = json;
        this.replies = replies;
    }

    private static Map<String, IncidentCategory> words() {
        var words = new LinkedHashMap<String, IncidentCategory>();
        List.of("BANJIR", "GEMPA", "LONGSOR", "TSUNAMI", "ANGIN", "POHON")
                .forEach(word -> words.put(word, IncidentCategory.DISASTER));
        List.of("KEBAKARAN", "TERBAKAR").forEach(word -> words.put(word, IncidentCategory.FIRE));
        List.of("RUSUH", "RICUH", "RIBUT", "TAWURAN", "ANCAM", "SERANG", "SENJATA", "KELAHI")
                .forEach(word -> words.put(word, IncidentCategory.SECURITY));
        List.of("LISTRIK", "PADAM").forEach(word -> words.put(word, IncidentCategory.POWER_NETWORK));
        List.of("SURAT SUARA", "LOGISTIK", "KOTAK").forEach(word -> words.put(word, IncidentCategory.LOGISTICS));
        return words;
    }

    Understood read(InboundSms message, Emergency said, List<Actor> senders, boolean practice) {
        var place = place(said, senders, practice);
        var report = json.of(ReportKind.INCIDENT, place.round(), place.area(), place.sender(), message.sentAt());
        var text = said.words().toUpperCase(Locale.ROOT);
        var category = WORDS.entrySet().stream()
                .filter(word -> text.contains(word.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(IncidentCategory.HEALTH);
        SmsReportJson.put(report, "category", category.name());
        SmsReportJson.put(report, "description", said.words());
        SmsReportJson.put(report, "lifeInDanger", true);
        if (said.ambulance()) {
            SmsReportJson.put(report, "needsAmbulance", true);
        }
        var outcome = SmsOutcome.of(
                        SmsState.TAKEN,
                        null,
                        replies.text(practice ? "emergencyPractised" : "emergencyTaken", place.name()))
                .about(
                        place.area(),
                        ReportKind.INCIDENT.name(),
                        place.sender().id(),
                        replies.word("reading.emergency", place.name()))
                .urgently();
        return new Understood(outcome, report, place.sender());
    }

    private record Where(RoundRef round, Actor sender, String area, String name) {}

    private Where place(Emergency said, List<Actor> senders, boolean practice) {
        try {
            var station = stations.find(said.place(), senders, Permission.REPORT_INCIDENTS, practice);
            return new Where(station.round(), station.sender(), station.tps(), name(station.tps()));
        } catch (Refusal unclear) {
            var round = stations.rounds(practice).get(0);
            return senders.stream()
                    .flatMap(sender -> sender.areas(Permission.REPORT_INCIDENTS).stream()
                            .map(area -> new Where(round, sender, area, name(area))))
                    .max(Comparator.comparingInt(where -> where.area().length()))
                    .orElseThrow(() -> new Refusal("notReporter"));
        }
    }

    private String name(String area) {
        return area.length() == TPS
                ? replies.word("place.tps", area.substring(VILLAGE), regions.name(area.substring(0, VILLAGE)))
                : regions.name(area);
    }
}
