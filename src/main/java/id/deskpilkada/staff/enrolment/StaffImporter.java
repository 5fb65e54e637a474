package id.deskpilkada.staff.enrolment;

import id.deskpilkada.imports.Column;
import id.deskpilkada.imports.ImportContext;
import id.deskpilkada.imports.ImportOutcome;
import id.deskpilkada.imports.ImportRows;
import id.deskpilkada.imports.Importer;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.staff.Role;
import id.deskpilkada.staff.signin.FirstPasswords;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** People and their roles from a file: one row for each role, so a person may stand in several rows. Roles are added; none is taken away by leaving it out. */
@Component
class StaffImporter implements Importer {

    private final PlacesOfRoles places;
    private final StaffUpsert upsert;
    private final FirstPasswords firstPasswords;
    private final Messages messages;

    StaffImporter(PlacesOfRoles places, StaffUpsert upsert, FirstPasswords firstPasswords, Messages messages) {
        this.places = places;
        this.upsert = upsert;
        this.firstPasswords = firstPasswords;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "staff";
    }

    @Override
    public List<Column> columns() {
        var roles = Stream.concat(Stream.of(Role.values()).map(Role::code), Stream.of("agency-bpbd"))
                .toArray(String[]::new);
        return List.of(
                Column.required("username", "nama_pengguna", "pengguna")
                        .example("siti.baros")
                        .note("Nama untuk masuk: huruf kecil, angka, titik, garis bawah; 3 sampai 60 karakter."),
                Column.required("name", "nama").example("Siti Aminah").note("Nama lengkap."),
                Column.required("role", "peran")
                        .example("village-admin")
                        .choices(roles)
                        .note(
                                "Satu baris satu peran; orang dengan dua peran ditulis dua baris. Instansi: agency-<kode>."),
                Column.required("scope", "wilayah")
                        .example("36.04.05.2002")
                        .note("Tempat peran itu berlaku: kode wilayah, atau kode TPS 13 angka untuk tps-officer."),
                Column.optional("phone", "telepon", "hp")
                        .example("081234567890")
                        .note("Nomor telepon."),
                Column.optional("email", "surel").example("siti@contoh.go.id").note("Alamat surel."),
                Column.optional("nip").example("198001012005011001").note("NIP, 18 angka."),
                Column.optional("rank", "pangkat").example("Penata (III/c)").note("Pangkat dan golongan."),
                Column.optional("position", "jabatan")
                        .example("Kasi Pemerintahan")
                        .note("Jabatan."),
                Column.optional("active", "aktif")
                        .example("ya")
                        .note(
                                "\"tidak\" menutup akun orang ini; namanya tetap ada pada pekerjaannya. Kosong berarti ya."),
                Column.optional("password", "kata_sandi")
                        .note(
                                "Kata sandi awal, sedikitnya 8 karakter. Kosong: akun dibuat tanpa kata sandi, orang itu"
                                        + " meminta kode kepada help desk. Kata sandi yang sudah diganti pemiliknya tidak berubah."));
    }

    @Override
    public ImportOutcome apply(ImportRows rows, ImportContext context) {
        return prepare(rows, context).get();
    }

    @Override
    public Supplier<ImportOutcome> prepare(ImportRows rows, ImportContext context) {
        var reader = new StaffRows(places.known(), rows.problems(), messages);
        rows.forEach(reader::read);
        rows.problems().rejectIfAny();
        // A dry run is rolled back: hashing thousands of passwords for it would be wasted time.
        var passwords = context.dryRun() ? Map.<String, String>of() : StaffUpsert.passwords(reader.rows());
        var ready = firstPasswords.prepare(passwords);
        return () -> upsert.store(reader.rows(), rows::hasColumn, passwords.keySet(), ready);
    }
}
