package id.deskpilkada.staff.schedule;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Grant;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The schedule of every election as one reader needs it, by days of the regency. */
@Component
class Agenda {

    private static final List<String> KINDS = List.of("ASSIGNMENT", "READINESS", "VOTING", "C1", "TIER");

    private final Elections elections;
    private final Regions regions;
    private final Messages messages;

    Agenda(Elections elections, Regions regions, Messages messages) {
        this.elections = elections;
        this.regions = regions;
        this.messages = messages;
    }

    record RoundDays(RoundRef round, String votingDay, List<Day> days) {}

    /** @param votingDay whether people vote on it */
    record Day(String name, boolean votingDay, List<Line> lines) {}

    /** @param mine what the reader's roles have to do; empty for nothing */
    record Line(String time, String what, boolean signed, List<String> mine) {}

    List<RoundDays> of(Actor actor) {
        return elections.all().stream()
                .flatMap(election -> elections.rounds(election.id()).stream())
                .sorted(Comparator.comparing(RoundRef::date).reversed().thenComparing(RoundRef::code))
                .map(round -> new RoundDays(round, day(round.date()), days(round, actor)))
                .toList();
    }

    private List<Day> days(RoundRef round, Actor actor) {
        var byDay = new TreeMap<LocalDate, List<SlotRef>>();
        elections.slots(round.id()).stream()
                .sorted(Comparator.comparing(SlotRef::dueAt).thenComparing(slot -> KINDS.indexOf(slot.kind())))
                .forEach(slot -> byDay.computeIfAbsent(dueDay(slot), day -> new java.util.ArrayList<>())
                        .add(slot));
        return byDay.entrySet().stream()
                .map(entry -> new Day(
                        day(entry.getKey()),
                        entry.getKey().equals(round.date()),
                        entry.getValue().stream()
                                .map(slot -> line(slot, entry.getKey(), actor))
                                .toList()))
                .toList();
    }

    /** What is due at midnight belongs to the day that ends. */
    private LocalDate dueDay(SlotRef slot) {
        return slot.dueAt().minusSeconds(1).atZone(regions.zone()).toLocalDate();
    }

    private Line line(SlotRef slot, LocalDate day, Actor actor) {
        return new Line(
                time(slot.opensAt(), day) + " – " + time(slot.dueAt(), day),
                messages.text("schedule.kind." + slot.kind(), slot.slot()),
                slot.requiresSignature(),
                actor.grants().stream()
                        .map(grant -> task(grant, slot.kind()))
                        .filter(text -> !text.isEmpty())
                        .distinct()
                        .toList());
    }

    private String task(Grant grant, String kind) {
        var role = Role.isAgency(grant.role()) ? "agency" : grant.role();
        var key = "schedule.task." + role + "." + kind;
        var text = messages.text(key);
        return text.equals(key) ? "" : text;
    }

    private String time(Instant at, LocalDate day) {
        var local = at.atZone(regions.zone());
        if (local.toLocalTime().equals(LocalTime.MIDNIGHT)
                && local.toLocalDate().equals(day.plusDays(1))) {
            return "24.00";
        }
        var pattern = local.toLocalDate().equals(day) ? "HH.mm" : "d MMM HH.mm";
        return DateTimeFormatter.ofPattern(pattern, Messages.locale()).format(local);
    }

    private static String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Messages.locale())
                .format(day);
    }
}
