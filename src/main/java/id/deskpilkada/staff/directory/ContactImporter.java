package id.deskpilkada.staff.directory;

import id.deskpilkada.imports.Column;
import id.deskpilkada.imports.ImportContext;
import id.deskpilkada.imports.ImportOutcome;
import id.deskpilkada.imports.ImportRows;
import id.deskpilkada.imports.Importer;
import id.deskpilkada.staff.enrolment.PlacesOfRoles;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whom to call, from a file. A row is known again by region, kind and name; a number that changes has to be confirmed anew. */
@Component
class ContactImporter implements Importer {

    private final PlacesOfRoles places;
    private final ContactKinds kinds;
    private final ContactUpsert upsert;

    ContactImporter(PlacesOfRoles places, ContactKinds kinds, ContactUpsert upsert) {
        this.places = places;
        this.kinds = kinds;
        this.upsert = upsert;
    }

    @Override
    public String kind() {
        return "contacts";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("kind", "jenis")
                        .example("PUSKESMAS")
                        .choices(kinds.codes().toArray(String[]::new))
                        .note("Jenis kontak, salah satu dari daftar."),
                Column.required("name", "nama")
                        .example("Puskesmas Kramatwatu")
                        .note("Nama kantor atau orang, seperti yang dibaca petugas."),
                Column.required("region", "wilayah", "kode_wilayah", "tps", "kode_tps")
                        .example("36.04.05")
                        .note("Tempat kontak ini melayani: kode wilayah, atau kode TPS 13 angka untuk ketua KPPS."),
                Column.optional("position", "jabatan").example("Ketua").note("Jabatan, bila orang."),
                Column.optional("phone", "telepon", "hp", "nomor")
                        .example("(0254) 281234")
                        .note(
                                "Satu nomor telepon dalam tulisan apa pun. Nomor pendek seperti 112 hanya untuk jenis darurat."),
                Column.optional("whatsapp", "wa")
                        .example("sama")
                        .note("Nomor WhatsApp; tulis \"sama\" bila sama dengan telepon."),
                Column.optional("confirmed", "dikonfirmasi")
                        .example("tidak")
                        .note(
                                "\"ya\" hanya bila nomor ini sudah dicoba dan dijawab. Kosong: seperti yang sudah tersimpan; nomor yang berubah harus dikonfirmasi lagi."),
                Column.optional("note", "keterangan").example("24 jam").note("Keterangan singkat."),
                Column.optional("active", "aktif")
                        .example("ya")
                        .note("\"tidak\" menghapus kontak ini dari direktori. Kosong berarti ya."));
    }

    @Override
    public ImportOutcome apply(ImportRows rows, ImportContext context) {
        var reader = new ContactRows(places.known(), kinds, rows.problems());
        rows.forEach(reader::read);
        rows.problems().rejectIfAny();
        return upsert.store(reader.rows(), rows::hasColumn, Confirming.of(context.actor()));
    }
}
