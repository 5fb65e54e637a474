package id.deskpilkada.staff.duty;

import id.deskpilkada.imports.Column;
import id.deskpilkada.imports.ImportContext;
import id.deskpilkada.imports.ImportOutcome;
import id.deskpilkada.imports.ImportProblems;
import id.deskpilkada.imports.ImportRows;
import id.deskpilkada.imports.Importer;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.duty.DutyRows.DutyRow;
import id.deskpilkada.staff.duty.DutyRows.ShiftKey;
import id.deskpilkada.staff.duty.ShiftDraft.Someone;
import id.deskpilkada.staff.enrolment.PlacesOfRoles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The roster from a file: one row for each person of a shift. The people of a shift in the file are all the people of that shift. */
@Component
class DutyImporter implements Importer {

    private final PlacesOfRoles places;
    private final Staff staff;
    private final Regions regions;
    private final RosterRows roster;

    DutyImporter(PlacesOfRoles places, Staff staff, Regions regions, RosterRows roster) {
        this.places = places;
        this.staff = staff;
        this.regions = regions;
        this.roster = roster;
    }

    @Override
    public String kind() {
        return "duty";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("post", "pos", "posko")
                        .example("Posko Desk Kabupaten")
                        .note("Nama pos piket; pos baru dibuat dengan sendirinya."),
                Column.optional("region", "wilayah", "kode_wilayah")
                        .example("36.04")
                        .note("Tempat pos itu. Kosong: wilayah pemasangan ini."),
                Column.required("from", "mulai")
                        .example("2024-11-27 06.00")
                        .note("Mulai giliran, waktu setempat: tanggal dan jam."),
                Column.required("to", "selesai")
                        .example("14.00")
                        .note(
                                "Selesai giliran: jam saja (bila tidak lebih dari jam mulai, berarti esok harinya), atau tanggal dan jam."),
                Column.required("username", "nama_pengguna", "pengguna")
                        .example("siti.desk")
                        .note("Nama pengguna yang bertugas; satu baris satu orang."),
                Column.optional("leads", "pimpinan", "ketua")
                        .example("ya")
                        .note("\"ya\" bila orang ini memimpin giliran itu."));
    }

    @Override
    public ImportOutcome apply(ImportRows rows, ImportContext context) {
        var reader = new DutyRows(places.known(), regions.installation().area(), regions.zone(), rows.problems());
        rows.forEach(reader::read);
        reader.refuseUnknown(staff.people(reader.usernames()));
        reader.refuseTwiceAtOneTime();
        rows.problems().rejectIfAny();
        var shifts = reader.rows().stream()
                .collect(Collectors.groupingBy(DutyRow::shift, LinkedHashMap::new, Collectors.toList()));
        var before = new LinkedHashMap<ShiftKey, Stored>();
        shifts.keySet().forEach(shift -> before.put(shift, emptied(shift)));
        int created = 0;
        int updated = 0;
        for (var entry : shifts.entrySet()) {
            var stored = Objects.requireNonNull(before.get(entry.getKey()));
            entry.getValue().forEach(row -> put(stored.id(), row, rows.problems()));
            var people = entry.getValue().stream().map(DutyRow::someone).collect(Collectors.toSet());
            created += stored.isNew() ? people.size() : 0;
            updated += !stored.isNew() && !people.equals(stored.people()) ? people.size() : 0;
        }
        rows.problems().rejectIfAny();
        return new ImportOutcome(created, updated, rows.count() - created - updated, List.of());
    }

    private record Stored(long id, boolean isNew, Set<Someone> people) {}

    /** Everybody leaves first, so that the order of the rows does not matter when people change places. */
    private Stored emptied(ShiftKey shift) {
        var post = roster.post(shift.post(), shift.area());
        var known = roster.find(post, shift.span());
        if (known.isEmpty()) {
            return new Stored(roster.insert(post, shift.span()), true, Set.of());
        }
        var people = Set.copyOf(roster.people(known.get()));
        roster.clear(known.get());
        return new Stored(known.get(), false, people);
    }

    private void put(long shift, DutyRow row, ImportProblems problems) {
        try {
            roster.put(shift, row.shift().span(), row.someone());
        } catch (Problem refusal) {
            row.row()
                    .reject(
                            "username",
                            problems,
                            refusal.code(),
                            refusal.arguments().toArray());
        }
    }
}
