package id.deskpilkada.walk;

import static java.util.Map.entry;

import id.deskpilkada.SmallElection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What is put in for each path variable and request parameter. A name means the same everywhere, or is written behind the beginning of the addresses where it means
 * something of its own.
 */
final class Samples {

    /** @param ofADistrict whether the value names an object that belongs to a district, so that people of another must be refused */
    private record Sample(boolean ofADistrict, Function<Side, List<String>> values) {}

    private static final String CONTACT =
            "SELECT id::text FROM desk.contact WHERE kind = 'PPS' AND starts_with(area, ?)";
    private static final String INCIDENT = "SELECT id::text FROM desk.incident WHERE starts_with(area, ?) ORDER BY id";
    private static final String TOLD =
            "SELECT r.source_id::text FROM desk.incident_report r JOIN desk.incident i ON i.id = r.incident_id WHERE starts_with(i.area, ?) ORDER BY r.id";
    private static final String DISPATCH =
            "SELECT id::text FROM desk.dispatch WHERE agency = 'bpbd' AND starts_with(area, ?) ORDER BY id";
    /** Opens to whoever has it; one of our own district, whichever side is asked about. */
    private static final String LINK =
            "SELECT substr(link, 4) FROM desk.message WHERE link LIKE '/d/%' AND starts_with(area, '360405') AND ? <> '' ORDER BY created_at";

    private static final String COMPARED =
            "SELECT id::text FROM desk.official_difference WHERE starts_with(area, ?) ORDER BY id";
    private static final String COMPARED_TASK =
            "SELECT task_id FROM desk.official_difference WHERE starts_with(area, ?) ORDER BY id";
    private static final String TIER_REPORT =
            "SELECT id::text FROM desk.tier_report WHERE starts_with(area, ?) ORDER BY id";
    private static final String TIER_ATTACHMENT =
            "SELECT a.id::text FROM desk.tier_attachment a JOIN desk.tier_report t ON t.id = a.report_id WHERE starts_with(t.area, ?) ORDER BY a.id";
    private static final String EXCUSE =
            "SELECT id::text FROM desk.report_excuse WHERE starts_with(tps_code, ?) ORDER BY id";
    /** Any that is on; they belong to the whole installation. */
    private static final String SCREEN =
            "SELECT id::text FROM desk.wall_screen WHERE ended_at IS NULL AND ? <> '' ORDER BY opened_at";

    /** Any that waits for the desk, which is that of the whole installation. */
    private static final String SMS =
            "SELECT id::text FROM desk.sms_message WHERE state = 'PARKED' AND ? <> '' ORDER BY received_at";

    private static final String POST = "SELECT id::text FROM desk.duty_post WHERE area = ? ORDER BY id";
    private static final String SHIFT =
            "SELECT s.id::text FROM desk.duty_shift s JOIN desk.duty_post p ON p.id = s.post_id WHERE p.area = ? ORDER BY s.id";
    private static final String MEETING = "SELECT id::text FROM desk.meeting WHERE area = ?";
    private static final String DECISION =
            "SELECT d.id::text FROM desk.meeting_decision d JOIN desk.meeting m ON m.id = d.meeting_id WHERE m.area = ? ORDER BY d.id";

    private static final Map<String, Sample> SAMPLES = Map.ofEntries(
            object("tps", Side::tps),
            object("region", Side::village),
            object("wilayah", side -> side.district().replace(".", "")),
            object("username", Side::username),
            object("/api/field-reports id", Side::report),
            object("/api/photos sha256", Side::photo),
            object("/api/staff id", side -> Long.toString(side.person())),
            object("/bantuan-akun id", side -> Long.toString(side.person())),
            object("/api/sessions id", side -> side.session().get()),
            object("/sesi id", side -> side.session().get()),
            object("/api/erasures id", Side::erasure),
            object("/api/broadcasts id", Side::broadcast),
            object("/api/incident-signals id", Side::signal),
            entry(
                    "/desk/wall/layar id",
                    new Sample(false, side -> List.of(side.found().apply(SCREEN)))),
            object("puskesmas", Side::puskesmas),
            object("officer", Side::officer),
            shared("/api/screenings state", "UNSCREENED"),
            shared("/kesehatan keadaan", "UNSCREENED"),
            object("/api/incidents/alike place", Side::tps),
            object("/lapangan/kejadian/laporan id", side -> side.found().apply(TOLD)),
            shared("/lapangan/kejadian jenis", "AMBULANS"),
            object("/api/incidents id", side -> side.found().apply(INCIDENT)),
            object("/desk/kejadian id", side -> side.found().apply(INCIDENT)),
            shared("/api/tier-recipients id", "700001"),
            shared("/api/report-deliveries delivery", "700001"),
            shared("/desk/pengiriman-laporan delivery", "700001"),
            shared("/desk/pengiriman-laporan nama", "Bu Ratna"),
            shared("/api/received-reports received", "700001"),
            shared("/api/province-reports report", "700001"),
            shared("/desk/laporan-masuk report", "700001"),
            shared("/public/tanda-terima token", "tautan-yang-tidak-ada"),
            shared("/public/tanda-terima nama", "Bu Ratna"),
            shared("/desk/kejadian selesai", "catat"),
            object("/instansi id", side -> side.found().apply(DISPATCH)),
            shared("/instansi selesai", "1"),
            object("/api/official-differences id", side -> side.found().apply(COMPARED)),
            object("/api/official-differences task", side -> side.found().apply(COMPARED_TASK)),
            shared("/api/official-differences state", "OPEN"),
            shared("outcome", "DIFFERENT"),
            shared("hasil", "DIFFERENT"),
            shared("/desk/perbandingan keadaan", "OPEN"),
            shared("/desk/perbandingan lagi", "ya"),
            object("/api/tier-reports id", side -> side.found().apply(TIER_REPORT)),
            object("/api/tier-reports region", Side::district),
            shared("/api/tier-reports slot", "13.30"),
            object("/desk/laporan id", side -> side.found().apply(TIER_REPORT)),
            object("/desk/laporan region", Side::district),
            shared("/desk/laporan slot", "13.30"),
            shared("/desk/laporan keadaan", "perlu"),
            shared("/desk/laporan selesai", "segel"),
            shared("/desk/laporan jenis", "SCAN"),
            object("/api/progress/excuses id", side -> side.found().apply(EXCUSE)),
            object("/desk/belum-lapor id", side -> side.found().apply(EXCUSE)),
            shared("dimaklumi", "1"),
            shared("dicabut", "ya"),
            object("/api/dispatches token", side -> side.found().apply(DISPATCH)),
            entry("/d token", new Sample(false, side -> List.of(side.found().apply(LINK)))),
            shared("/api/incidents state", "REPORTED"),
            shared("/api/dispatches state", "SENT"),
            shared("severity", "4"),
            shared("tingkat", "4"),
            shared("hanya", "lewat"),
            shared("peta", "ya"),
            shared("category", "DISASTER"),
            shared("late", "true"),
            shared("semua", "true"),
            shared("open", "true"),
            object("/desk/pesan/siaran id", Side::broadcast),
            object("/api/notifications id", Side::message),
            object("/desk/pesan id", Side::message),
            object("/api/inbox id", Side::message),
            object("/kotak-masuk id", Side::message),
            entry("/api/tasks id", new Sample(true, Side::tasks)),
            object("/api/visits id", Side::visit),
            object("/desk/kunjungan id", Side::visit),
            object("/lapangan/kunjungan id", Side::visit),
            shared("/api/voting slot", "10.00"),
            shared("/api/visits state", "PLANNED"),
            shared("terkirim", "5e6f7a80-1111-4222-8333-444455556666"),
            object("/api/risks id", Side::risk),
            object("/desk/rawan id", Side::risk),
            object("/api/risk-handovers id", Side::handover),
            object("/desk/rawan/penyerahan id", Side::handover),
            shared("variable", "FLOOD"),
            shared("indicator", "FLOOD"),
            shared("level", "HIGH"),
            shared("owner", "bpbd"),
            shared("/api/risks state", "OPEN"),
            shared("/api/risk-handovers state", "HANDED"),
            shared("agency", "bpbd"),
            shared("/desk/rawan keadaan", "OPEN"),
            shared("variabel", "FLOOD"),
            shared("kelas", "HIGH"),
            shared("penanggung", "bpbd"),
            shared("indikator", "FLOOD"),
            shared("instansi", "bpbd"),
            shared("/desk/rawan/baru tempat", SmallElection.MARGASANA_1),
            object("/api/assignments district", Side::district),
            object("/api/assignments village", Side::village),
            object("/api/assignments assignment", Side::assignment),
            shared("first", "false"),
            object("/desk/penugasan penugasan", Side::assignment),
            shared("/lapangan-app version", "000000000000"),
            shared("/lapangan-app path", "app.js"),
            shared("/lapangan/latihan id", "5e6f7a80-1111-4222-8333-444455556667"),
            shared("/api/assignments reason", "uji"),
            object("/desk/penugasan kecamatan", side -> side.district().replace(".", "")),
            object("area", Side::district),
            object("person", Side::username),
            shared("from", "2024-11-01"),
            shared("to", "2024-11-30"),
            shared("action", "report.stored"),
            shared("/api/offline-plans plan", "PLANNED"),
            shared("/desk/blank-spot rencana", "PLANNED"),
            shared("stage", "SITE"),
            shared("tahap", "SITE"),
            shared("tersimpan", "ya"),
            shared("/lapangan/kertas jenis", "C1"),
            shared("/lapangan/kertas pemilihan", "BUPATI"),
            shared("/lapangan/kertas batal", "false"),
            shared("/lapangan/kertas dari", "rencana"),
            shared("/lapangan/kertas keadaan", "PAPER"),
            shared("/desk/kertas keadaan", "PAPER"),
            shared("/desk/kertas kind", "C1"),
            shared("/api/paper-receipts kind", "C1"),
            shared("/api/paper-receipts state", "PAPER"),
            shared("/api/entry kind", "C1"),
            shared("/desk/masukkan kind", "VOTING"),
            shared("/desk/masukkan slot", "10.00"),
            shared("/desk/masukkan source", "PHONE"),
            shared("near", "36.04.05.2002"),
            object("/api/posters area", Side::tps),
            object("/api/contacts id", side -> side.found().apply(CONTACT)),
            object("/desk/direktori id", side -> side.found().apply(CONTACT)),
            object("/api/duty/shifts id", side -> side.found().apply(SHIFT)),
            object("/desk/piket giliran", side -> side.found().apply(SHIFT)),
            object("/api/duty/posts id", side -> side.found().apply(POST)),
            object("/desk/piket id", side -> side.found().apply(POST)),
            object("/api/meetings id", side -> side.found().apply(MEETING)),
            object("/desk/rapat id", side -> side.found().apply(MEETING)),
            object("/api/meetings/decisions id", side -> side.found().apply(DECISION)),
            object("/desk/rapat/keputusan id", side -> side.found().apply(DECISION)),
            shared("/api/contacts kind", "PPS"),
            shared("jenis", "PPS"),
            shared("day", "2024-11-27"),
            shared("tanggal", "2024-11-27"),
            shared("probe", "readiness"),
            shared("race", "BUPATI"),
            shared("election", SmallElection.CODE),
            shared("/api/elections code", SmallElection.CODE),
            object("/api/tier-reports attachment", side -> side.found().apply(TIER_ATTACHMENT)),
            shared("/api/tier-reports kind", "SCAN"),
            shared("/public/tier-reports code", "7K2M-0Q9X-VB3D-11ZT"),
            shared("/public/tier-reports digest", "4f2a4f2a4f2a4f2a"),
            shared("/public/laporan code", "7K2M-0Q9X-VB3D-11ZT"),
            shared("/public/laporan kode", "7K2M-0Q9X-VB3D-11ZT"),
            shared("/public/laporan d", "4f2a4f2a4f2a4f2a"),
            shared("round", SmallElection.ROUND),
            shared("/api/practice-progress practised", "false"),
            shared("/desk/latihan semua", "1"),
            shared("/api/imports kind", "staff"),
            shared("/setup/imports kind", "staff"),
            shared("/api/progress kind", "C1"),
            shared("/api/notifications gateway", "sms"),
            shared("/api/sms gateway", "gerbang"),
            shared("/setup/sms gateway", "gerbang"),
            object("/api/sms/cards area", Side::village),
            entry("/api/sms id", new Sample(false, side -> List.of(side.found().apply(SMS)))),
            entry(
                    "/desk/sms-masuk id",
                    new Sample(false, side -> List.of(side.found().apply(SMS)))),
            shared("/api/sms state", "PARKED"),
            shared("/desk/sms-masuk keadaan", "PARKED"),
            shared("/api/notifications state", "PENDING"),
            shared("/desk/pesan keadaan", "PENDING"),
            shared("/kotak-masuk email", "URGENT"),
            shared("/kotak-masuk sms", "URGENT"),
            shared("/kotak-masuk dahulu", "SMS"),
            shared("belum", "true"),
            shared("dibaca", "true"),
            shared("read", "true"),
            shared("unread", "true"),
            shared("/api/field-reports state", "parked"),
            shared("/api/field-reports ids", "5e6f7a80-1111-4222-8333-444455556668"),
            shared("slot", "C1"),
            shared("/lapangan/pemungutan slot", "10.00"),
            shared("basis", "verified"),
            shared("/desk/evaluasi bagian", "OPENING"),
            shared("/desk urut", "late"),
            shared("/desk/evaluasi urut", "OPENED_LATE"),
            shared("/desk/mutu bagian", "DISTRICTS"),
            shared("/desk/mutu urut", "QUALITY_FORMS"),
            shared("lapis", "kesiapan"),
            shared("pemilik", "bpbd"),
            shared("daftar", "0"),
            shared("layer", "readiness"),
            shared("page", "0"),
            shared("halaman", "0"),
            shared("size", "100"),
            shared("q", "a"),
            shared("process", "c1-capture"),
            shared("overdue", "true"),
            shared("dryRun", "true"),
            shared("lanjut", "/desk"),
            shared("saved", SmallElection.CODE),
            shared("started", SmallElection.ROUND));

    /** Fields of forms that are sent as parameters; their values stand in the body. */
    private static final List<String> FIELDS = List.of(
            "/api/official-figures source",
            "/api/official-figures candidates",
            "/desk/perbandingan/impor source",
            "/desk/perbandingan/impor candidates",
            "/desk/direktori/konfirmasi nomor",
            "/desk/direktori/konfirmasi sudah",
            "/desk/direktori/instansi kode",
            "/desk/direktori/instansi sudah",
            "/desk/piket/giliran pos",
            "/desk/piket/giliran mulai",
            "/desk/piket/giliran selesai",
            "/desk/piket/orang orang",
            "/desk/piket/orang pimpinan",
            "/desk/piket/lepas orang",
            "/desk/piket/salin ke",
            "/desk/piket/catatan catatan",
            "/desk/belum-lapor/cabut why",
            "/desk/kertas/terima kode",
            "/desk/belum-lapor/maklumi reason",
            "/instansi/{id:[0-9]+} jawaban",
            "/instansi/{id:[0-9]+} keterangan",
            "/desk/laporan-masuk/{report}/setujui sebagai",
            "/desk/laporan-masuk/{report}/setujui jabatan",
            "/desk/laporan-masuk/{report}/setujui pangkat",
            "/desk/laporan-masuk/{report}/setujui nip",
            "/desk/laporan-masuk/{report}/setujui atasNama",
            "/desk/laporan-masuk/{report}/setujui catatan",
            "/desk/penerima-laporan id",
            "/desk/penerima-laporan nama",
            "/desk/penerima-laporan cara",
            "/desk/penerima-laporan alamat",
            "/desk/penerima-laporan aktif",
            "/desk/penerima-laporan slot",
            "/desk/penerima-laporan token",
            "/desk/penerima-laporan/pengirim nama",
            "/desk/penerima-laporan/pengirim kunci",
            "/desk/penerima-laporan/pengirim aktif",
            "/setup/sms kode",
            "/setup/sms nama",
            "/setup/sms aktif",
            "/setup/sms pengirim",
            "/setup/sms isi",
            "/setup/sms id",
            "/setup/sms waktu",
            "/setup/sms nomor",
            "/desk/sms-masuk/{id}/petugas petugas",
            "/desk/sms-masuk/{id}/tutup alasan",
            "/desk/wall/layar nama",
            "/desk/wall/layar selama",
            "/desk/wall/layar suara",
            "/desk/wall/layar putaran",
            "/desk/wall/layar keluar",
            "/d/{token} jawaban",
            "/d/{token} keterangan",
            "/kesehatan/penghapusan tanggal",
            "/masuk username",
            "/masuk password",
            "/atur-ulang username",
            "/atur-ulang code",
            "/atur-ulang password",
            "/kata-sandi current",
            "/kata-sandi password",
            "/desk/rawan tempat",
            "/desk/rawan indikator",
            "/desk/rawan catatan",
            "/desk/rawan/{id:[0-9]+}/tutup alasan",
            "/desk/rawan/serahkan instansi",
            "/desk/rawan/serahkan wilayah",
            "/desk/rawan/serahkan indikator",
            "/desk/rawan/serahkan pesan",
            "/desk/rawan/serahkan konfirmasi",
            "/desk/rawan/serahkan tindakan",
            "/lapangan/latihan tempat",
            "/lapangan/latihan lokasi",
            "/lapangan/latihan sinyal",
            "/lapangan/latihan catatan",
            "/desk/penugasan/surat baru",
            "/desk/penugasan/bimtek semua",
            "/desk/penugasan/bimtek hadir",
            "/desk/penugasan/ganti nama",
            "/desk/penugasan/ganti telepon",
            "/desk/penugasan/ganti nip",
            "/desk/penugasan/ganti sk",
            "/desk/penugasan/ganti tanggal_sk",
            "/desk/penugasan/ganti alasan",
            "/setup/elections code",
            "/setup/elections name",
            "/setup/elections date",
            "/setup/elections races",
            "/setup/elections regions");

    private Samples() {}

    private static Map.Entry<String, Sample> object(String name, Function<Side, String> value) {
        return entry(name, new Sample(true, side -> List.of(value.apply(side))));
    }

    private static Map.Entry<String, Sample> shared(String name, String value) {
        return entry(name, new Sample(false, side -> List.of(value)));
    }

    /** Names for which no value is known, each with what to do about it. */
    static List<String> missing(Endpoint endpoint) {
        var missing = new ArrayList<String>();
        var names = new ArrayList<>(endpoint.needed());
        names.addAll(endpoint.optional());
        for (var name : names) {
            if (!field(endpoint, name) && sample(endpoint, name) == null) {
                missing.add(
                        endpoint + " takes \"" + name
                                + "\": add a sample to Samples, object(...) if it names something of a district, else shared(...)");
            }
        }
        return missing;
    }

    /** Whether the call names an object of a district, so that it can be somebody else's. */
    static boolean namesAnObject(Endpoint endpoint) {
        return filled(endpoint).stream().anyMatch(name -> known(endpoint, name).ofADistrict());
    }

    /** Every way to fill the call: what it needs, and each further parameter that names an object once more beside it. */
    static List<Map<String, String>> fillings(Endpoint endpoint, Side side) {
        var fillings = new ArrayList<>(combined(endpoint, filled(endpoint), side));
        var plain = fillings.get(0);
        for (var name : endpoint.optional()) {
            if (!field(endpoint, name) && known(endpoint, name).ofADistrict()) {
                for (var value : known(endpoint, name).values().apply(side)) {
                    var with = new HashMap<>(plain);
                    with.put(name, value);
                    fillings.add(with);
                }
            }
        }
        return fillings;
    }

    /** What has to be put in; fields of a form stand in its body. */
    private static List<String> filled(Endpoint endpoint) {
        return endpoint.needed().stream()
                .filter(name -> !field(endpoint, name) || sample(endpoint, name) != null)
                .toList();
    }

    private static List<Map<String, String>> combined(Endpoint endpoint, List<String> names, Side side) {
        List<Map<String, String>> all = List.of(Map.of());
        for (var name : names) {
            var longer = new ArrayList<Map<String, String>>();
            for (var begun : all) {
                for (var value : known(endpoint, name).values().apply(side)) {
                    var with = new LinkedHashMap<>(begun);
                    with.put(name, value);
                    longer.add(with);
                }
            }
            all = longer;
        }
        return all;
    }

    private static boolean field(Endpoint endpoint, String name) {
        return !endpoint.safe() && FIELDS.contains(endpoint.pattern() + " " + name);
    }

    private static Sample known(Endpoint endpoint, String name) {
        var sample = sample(endpoint, name);
        if (sample == null) {
            throw new AssertionError(missing(endpoint));
        }
        return sample;
    }

    private static @org.jspecify.annotations.Nullable Sample sample(Endpoint endpoint, String name) {
        return SAMPLES.entrySet().stream()
                .filter(known -> known.getKey().indexOf(' ') > 0
                        && endpoint.pattern()
                                .startsWith(known.getKey()
                                        .substring(0, known.getKey().indexOf(' ')))
                        && known.getKey().endsWith(" " + name))
                .max(Comparator.comparing(known -> known.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse(SAMPLES.get(name));
    }
}
