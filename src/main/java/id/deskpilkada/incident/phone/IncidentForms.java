package id.deskpilkada.incident.phone;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.fieldreport.IncidentCategory;
import id.deskpilkada.incident.intake.IncidentChoices;
import id.deskpilkada.incident.intake.IncidentChoices.Choice;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The page as it is shown, with what was typed where it was refused. */
@Component
class IncidentForms {

    private static final int LONGEST = 4_000;

    private final Elections elections;
    private final PhonePlaces places;
    private final IncidentChoices choices;
    private final Messages messages;

    IncidentForms(Elections elections, PhonePlaces places, IncidentChoices choices, Messages messages) {
        this.elections = elections;
        this.places = places;
        this.choices = choices;
        this.messages = messages;
    }

    /**
     * @param source how the report comes; empty where nothing else is possible than one's own telephone
     * @param errors sentences by the name of the field
     */
    record Form(
            UUID id,
            UUID ambulanceId,
            UUID fireId,
            RoundRef round,
            List<RoundRef> rounds,
            PhonePlaces.Offer places,
            Map<IncidentCategory, List<Choice>> choices,
            boolean typist,
            TypedIncident typed,
            Map<String, String> errors) {

        public @Nullable String error(String field) {
            return errors.get(field);
        }

        public String place() {
            return typed.on("tempat") ? typed.text("tempat") : places.chosen();
        }

        public String source() {
            return typed.on("source") ? typed.text("source") : "APP";
        }
    }

    /** The round that somebody means, else the first that has begun; empty while none has. */
    Optional<RoundRef> round(@Nullable String election, @Nullable String round) {
        return blank(election) && blank(round)
                ? elections.startedRounds().stream().findFirst()
                : Optional.of(elections.round(election, round));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    Form form(
            RoundRef round,
            @Nullable String tps,
            @Nullable String within,
            TypedIncident typed,
            Map<String, String> errors,
            Actor actor) {
        var catalogue = choices.offered().stream()
                .collect(Collectors.groupingBy(Choice::category, LinkedHashMap::new, Collectors.toList()));
        return new Form(
                typed.id(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                round,
                elections.startedRounds(),
                places.offer(round, tps, within, actor),
                catalogue,
                actor.may(Permission.REPORT_FOR_OTHERS),
                typed,
                errors);
    }

    /** What is missing, told before anything is sent. */
    Map<String, String> missing(TypedIncident typed) {
        var errors = new LinkedHashMap<String, String>();
        if (!typed.text("tempat").matches("\\d{2,13}")) {
            errors.put("tempat", messages.text("incident.phone.placeRequired"));
        }
        boolean chosen = typed.on("pilihan") || typed.on("ambulans");
        if (!chosen && !isCategory(typed.text("jenis"))) {
            errors.put(
                    "pilihan",
                    messages.text(
                            typed.on("uraian") ? "incident.phone.categoryRequired" : "incident.phone.choiceRequired"));
        } else if (!chosen && !typed.on("uraian")) {
            errors.put("uraian", messages.text("incident.phone.wordsRequired"));
        }
        var text = typed.text("uraian");
        int length = text.codePointCount(0, text.length());
        if (length > LONGEST) {
            errors.put("uraian", messages.text("incident.phone.tooLong", length, LONGEST));
        }
        return errors;
    }

    private static boolean isCategory(String code) {
        return Arrays.stream(IncidentCategory.values())
                .anyMatch(known -> known.name().equals(code));
    }

    /** A refusal, told beside the fields that it is about; anything that no field can mend goes through. */
    Map<String, String> texts(Problem refusal) {
        if (refusal.status().value() != 422) {
            throw refusal;
        }
        var texts = new LinkedHashMap<String, String>();
        for (FieldProblem error : refusal.errors()) {
            texts.putIfAbsent(field(error.field()), messages.problem(error));
        }
        if (texts.isEmpty()) {
            texts.put(
                    refusal.code().equals("INCIDENT_TIME") ? "jam" : "",
                    messages.problem(refusal.code(), refusal.arguments()));
        }
        return texts;
    }

    private static String field(@Nullable String named) {
        return switch (named == null ? "" : named) {
            case "tps", "region" -> "tempat";
            case "data.choice", "data.category" -> "pilihan";
            case "data.description" -> "uraian";
            case "source", "onBehalfOf" -> "onBehalfOf";
            case "observedAt" -> "jam";
            case "data.photos" -> "photos";
            default -> "";
        };
    }
}
