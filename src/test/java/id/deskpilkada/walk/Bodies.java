package id.deskpilkada.walk;

import static java.util.Map.entry;

import id.deskpilkada.SmallElection;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;

/** What is sent to each address that changes something: a body that would be accepted from somebody who may. */
final class Bodies {

    /** @param about what the body says about a side; empty for addresses that take none */
    record Body(String type, Function<Side, byte[]> about) {}

    static final String BOUNDARY = "batas-uji";

    private static final Body NONE = text("application/json", side -> "");
    private static final Body EMPTY_OBJECT = text("application/json", side -> "{}");

    private static final String DECISION = "{\"text\": \"Uji\", \"inCharge\": \"KPU\", \"dueOn\": \"2024-11-20\"}";

    private static final Map<String, Body> BODIES = Map.ofEntries(
            entry("POST /api/sessions", EMPTY_OBJECT),
            entry("DELETE /api/sessions/current", NONE),
            entry("DELETE /api/sessions", NONE),
            entry("DELETE /api/sessions/{id:[0-9a-fA-F-]{36}}", NONE),
            entry("POST /sesi/akhiri-semua", form("")),
            entry("POST /sesi/{id}/akhiri", form("")),
            entry("POST /desk/wall/layar", form("nama=Layar&selama=4")),
            entry("POST /desk/wall/layar/{id}/tutup", form("")),
            entry("POST /api/notifications/{id}/retry", NONE),
            entry("POST /api/notifications/receipts/{gateway}", EMPTY_OBJECT),
            entry("POST /api/tier-reports/intake", EMPTY_OBJECT),
            entry("POST /api/province-reports", json(side -> "{\"slot\": \"19.00\"}")),
            entry("POST /api/province-reports/{report}/approve", EMPTY_OBJECT),
            entry("POST /desk/laporan-masuk/susun", form("election=" + SmallElection.CODE + "&round=R1&slot=19.00")),
            entry("POST /desk/laporan-masuk/{report}/setujui", form("jabatan=Sekda")),
            entry("POST /desk/pengiriman-laporan/{delivery}/tanda-terima", form("nama=Bu+Ratna")),
            entry("POST /desk/pengiriman-laporan/{delivery}/ulang", form("")),
            entry(
                    "POST /desk/penerima-laporan",
                    form("nama=Kementerian&cara=EMAIL&alamat=desk%40example.go.id&aktif=true")),
            entry("POST /desk/penerima-laporan/pengirim", form("wilayah=36.04")),
            entry("POST /desk/penerima-laporan/pengirim/{region}/token", form("")),
            entry(
                    "POST /api/tier-recipients",
                    json(side ->
                            "{\"name\": \"Provinsi Lain\", \"way\": \"EMAIL\", \"address\": \"desk@example.go.id\"}")),
            entry(
                    "PUT /api/tier-recipients/{id}",
                    json(side -> "{\"name\": \"Provinsi\", \"way\": \"EMAIL\", \"address\": \"desk@example.go.id\"}")),
            entry("PUT /api/tier-senders/{region}", EMPTY_OBJECT),
            entry("POST /api/sms/inbound/{gateway}", EMPTY_OBJECT),
            entry("PUT /api/sms/gateways/{gateway}", EMPTY_OBJECT),
            entry("POST /api/sms/gateways/{gateway}/token", NONE),
            entry("POST /api/sms/{id}/assign", json(side -> "{\"username\": \"pejalan-desk\"}")),
            entry("POST /api/sms/{id}/dismiss", json(side -> "{\"reason\": \"bukan laporan\"}")),
            entry("POST /setup/sms", form("kode=gerbang-uji&nama=Gerbang")),
            entry("POST /setup/sms/{gateway}/token", form("")),
            entry("POST /desk/sms-masuk/{id}/petugas", form("petugas=pejalan-desk")),
            entry("POST /desk/sms-masuk/{id}/tutup", form("alasan=bukan+laporan")),
            entry("POST /api/tier-senders/{region}/token", NONE),
            entry("POST /api/report-deliveries/{delivery}/receipt", json(side -> "{\"by\": \"Bu Ratna\"}")),
            entry("POST /api/report-deliveries/{delivery}/resend", EMPTY_OBJECT),
            entry("POST /public/tanda-terima/{token}", form("nama=Bu+Ratna")),
            entry("POST /desk/pesan/{id}/ulang", form("")),
            entry("POST /api/inbox/{id}/read", NONE),
            entry(
                    "PUT /api/inbox/channels",
                    json(side -> "{\"channels\": [{\"channel\": \"SMS\", \"uses\": \"URGENT\"}]}")),
            entry("POST /kotak-masuk/{id}/dibaca", form("")),
            entry("POST /kotak-masuk/semua-dibaca", form("")),
            entry("POST /kotak-masuk/cara", form("")),
            entry("POST /kotak-masuk/uji", form("")),
            entry("POST /api/broadcasts", json(Bodies::broadcast)),
            entry("POST /desk/pesan/siaran", broadcastForm()),
            entry("POST /desk/pesan/siaran/periksa", broadcastForm()),
            entry("POST /desk/pesan/siaran/ubah", broadcastForm()),
            entry(
                    "PUT /api/screenings/{officer}",
                    json(side -> "{\"screenedOn\": \"2024-11-12\", \"result\": \"NOT_AT_RISK\"}")),
            entry("PUT /api/screenings/deletion", json(side -> "{\"eraseOn\": \"2024-12-31\"}")),
            entry("POST /kesehatan/{puskesmas}", form("")),
            entry("POST /kesehatan/penghapusan", form("tanggal=2024-12-31")),
            entry("POST /kesehatan/impor", file("file", "skrining.csv", Bodies::screenings)),
            entry("POST /api/duty-checkins", json(side -> "{\"tps\": \"%s\", \"condition\": \"HEALTHY\"}"
                    .formatted(side.tps()))),
            entry(
                    "POST /lapangan/kejadian",
                    text("application/x-www-form-urlencoded", side -> "pilihan=FLOOD&tempat=" + side.tps())),
            entry(
                    "POST /lapangan/kejadian/darurat",
                    text("application/x-www-form-urlencoded", side -> "darurat=KEBAKARAN&tempat=" + side.tps())),
            entry("POST /lapangan/kejadian/foto", file("photos", "uji.png", Side::upload)),
            entry("POST /lapangan/kejadian/laporan/{id}", form("uraian=uji")),
            entry("POST /api/incident-signals/{id}/settle", json(side -> "{\"note\": \"sudah ditelepon\"}")),
            entry(
                    "POST /api/incidents",
                    json(side -> "{\"category\": \"DISASTER\", \"description\": \"uji\", \"tps\": \"%s\"}"
                            .formatted(side.tps()))),
            entry(
                    "POST /desk/kejadian/catat",
                    text(
                            "application/x-www-form-urlencoded",
                            side -> "jenis=DISASTER&uraian=uji&tempat=" + side.tps())),
            entry("POST /api/incidents/{id}/triage", json(side -> "{\"severity\": 3, \"agencies\": []}")),
            entry("POST /api/incidents/{id}/reject", json(side -> "{\"reason\": \"uji saja\"}")),
            entry("POST /api/incidents/{id}/merge", json(side -> "{\"into\": 700001}")),
            entry("POST /api/incidents/{id}/severity", json(side -> "{\"severity\": 4}")),
            entry("POST /api/incidents/{id}/dispatches", json(side -> "{\"agency\": \"polri\"}")),
            entry("POST /api/incidents/{id}/voting-halted", NONE),
            entry("POST /api/incidents/{id}/passed-on", json(side -> "{\"note\": \"sudah ditelepon\"}")),
            entry("POST /api/incidents/{id}/close", json(side -> "{\"outcome\": \"uji saja\"}")),
            entry("POST /api/incidents/{id}/reopen", json(side -> "{\"reason\": \"uji saja\"}")),
            entry("POST /api/incidents/{id}/notes", json(side -> "{\"note\": \"uji saja\"}")),
            entry("POST /api/dispatches/{token}/acknowledge", json(side -> "{\"by\": \"Pak Udin\"}")),
            entry(
                    "POST /api/dispatches/{token}/progress",
                    json(side -> "{\"by\": \"Pak Udin\", \"state\": \"ON_THE_WAY\"}")),
            entry(
                    "POST /api/dispatches/{token}/close",
                    json(side -> "{\"by\": \"Pak Udin\", \"outcome\": \"selesai\"}")),
            entry(
                    "POST /api/dispatches/{token}/decline",
                    json(side -> "{\"by\": \"Pak Udin\", \"reason\": \"bukan kami\"}")),
            entry("POST /api/dispatches/{token}/called", json(side -> "{\"note\": \"tidak diangkat\"}")),
            entry("POST /api/dispatches/{token}/substitute", json(side -> "{\"agency\": \"polri\"}")),
            entry(
                    "PUT /api/response-targets",
                    json(side -> "{\"severity\": 1, \"triageSeconds\": 3600, \"stepSeconds\": 3600}")),
            entry("POST /d/{token}", form("jawaban=terima")),
            entry("POST /instansi/{id:[0-9]+}", form("jawaban=terima")),
            entry("POST /desk/kejadian/{id:[0-9]+}", form("tindakan=catat&keterangan=uji+saja")),
            entry("POST /api/risks", json(side -> "{\"tps\": \"%s\", \"indicator\": \"NO_POWER\"}"
                    .formatted(side.tps()))),
            entry("POST /api/risks/{id}/close", json(side -> "{\"reason\": \"uji\"}")),
            entry("POST /api/risk-handovers", json(Bodies::handover)),
            entry("PUT /api/risk-handovers/{id:[0-9]+}/measures", json(side -> "{\"measures\": []}")),
            entry(
                    "POST /desk/rawan",
                    text("application/x-www-form-urlencoded", side -> "indikator=NO_POWER&tempat=" + side.tps())),
            entry("POST /desk/rawan/{id:[0-9]+}/tutup", form("alasan=uji")),
            entry(
                    "POST /desk/rawan/serahkan",
                    text(
                            "application/x-www-form-urlencoded",
                            side -> "instansi=bpbd&indikator=FLOOD&wilayah="
                                    + side.district().replace(".", ""))),
            entry(
                    "POST /api/contacts/{id}/confirmation",
                    json(side -> "{\"numbers\": \"+6281111111199/\", \"confirmed\": true}")),
            entry("POST /desk/direktori/konfirmasi", form("nomor=%2B6281111111199%2F&sudah=true")),
            entry("POST /desk/direktori/instansi", form("kode=bpbd&sudah=true")),
            entry("POST /api/duty/shifts", json(Bodies::shift)),
            entry("PUT /api/duty/shifts/{id}/people", json(side -> "{\"people\": []}")),
            entry("POST /api/duty/shifts/{id}/copies", json(side -> "{\"day\": \"2024-11-28\"}")),
            entry("DELETE /api/duty/shifts/{id}", NONE),
            entry("POST /api/duty/posts/{id}/notes", json(side -> "{\"text\": \"Serah terima\"}")),
            entry("POST /desk/piket/giliran", form("pos=Posko&mulai=06.00&selesai=14.00")),
            entry("POST /desk/piket/orang", form("orang=pejalan-desk")),
            entry("POST /desk/piket/lepas", form("orang=pejalan-desk")),
            entry("POST /desk/piket/salin", form("ke=2024-11-29")),
            entry("POST /desk/piket/hapus", form("")),
            entry("POST /desk/piket/catatan", form("catatan=Serah+terima")),
            entry(
                    "POST /api/meetings",
                    json(
                            side ->
                                    "{\"subject\": \"Uji\", \"heldAt\": \"2024-11-01T09:00:00+07:00\", \"place\": \"Aula\", \"participants\": [\"KPU\"]}")),
            entry("POST /api/meetings/{id}/decisions", json(side -> DECISION)),
            entry("POST /api/meetings/decisions/{id}/progress", json(side -> "{\"state\": \"DONE\"}")),
            entry("POST /desk/rapat", form("subject=Uji&heldAt=2024-11-01T09:00&place=Aula&participants=KPU")),
            entry("POST /desk/rapat/{id}/keputusan", form("text=Uji&inCharge=KPU&dueOn=2024-11-20")),
            entry("POST /desk/rapat/keputusan/{id}", form("state=DONE")),
            entry("POST /api/erasures", json(Bodies::erasure)),
            entry("POST /api/erasures/{id}/approve", NONE),
            entry("POST /api/erasures/{id}/decline", NONE),
            entry(
                    "PUT /api/offline-plans/{tps}",
                    json(
                            side ->
                                    "{\"channel\": \"COURIER\", \"personName\": \"Kurir Uji\", \"personPhone\": \"081234567890\", \"times\": [\"10.00\"]}")),
            entry("POST /lapangan/rencana/{tps}", form("jalur=SMS&nama=Uji&telepon=081234567891&jam=10.00")),
            entry(
                    "PUT /api/paper-receipts/{tps}",
                    json(side -> "{\"kind\": \"C1\", \"slot\": \"C1\", \"race\": \"BUPATI\"}")),
            entry("PUT /api/voting/no-news/{tps}", json(side -> "{\"slot\": \"12.00\"}")),
            entry(
                    "POST /api/voting/{tps}/slots/{slot}/confirmation",
                    json(side -> "{\"reason\": \"Sudah ditanyakan\"}")),
            entry("POST /api/visits", json(side -> "{\"tps\": \"%s\", \"leader\": \"pejalan-leader\"}"
                    .formatted(side.tps()))),
            entry("PUT /api/visits/{id}", json(side -> "{\"reason\": \"Uji\"}")),
            entry("POST /api/visits/{id}/cancel", json(side -> "{\"reason\": \"Uji\"}")),
            entry("POST /api/visits/{id}/photos", file("photos", "tps.png", Side::upload)),
            entry("POST /desk/kunjungan", form("pimpinan=pejalan-leader&tps=")),
            entry("POST /desk/kunjungan/{id}/ubah", form("pimpinan=")),
            entry("POST /desk/kunjungan/{id}/batal", form("alasan=Uji")),
            entry("POST /lapangan/kunjungan/{id}", file("photos", "tps.png", Side::upload, aNewEntry())),
            entry(
                    "POST /lapangan/pemungutan",
                    text("application/x-www-form-urlencoded", side -> side.tps() + ".total=5")),
            entry("POST /lapangan/kertas/{tps}", form("jenis=VOTING&slot=10.00")),
            entry(
                    "POST /desk/kertas/terima",
                    text("application/x-www-form-urlencoded", side -> "kode=" + side.tps() + "+C1+BUPATI")),
            entry("POST /masuk", form("username=&password=")),
            entry("POST /masuk/demo", form("")),
            entry("POST /keluar", form("")),
            entry("POST /atur-ulang", form("username=&code=&password=")),
            entry("POST /bantuan-akun/buka", form("")),
            entry("POST /bantuan-akun/kode", form("")),
            entry("POST /bantuan-akun/keluarkan", form("")),
            entry("POST /bantuan-akun/ulangi", form("")),
            entry("POST /kata-sandi", form("current=" + MarkedDistricts.PASSWORD + "&password=")),
            entry("POST /api/staff/{id}/unlock", NONE),
            entry("POST /api/staff/{id}/reset-codes", NONE),
            entry("PUT /api/elections/{code}", EMPTY_OBJECT),
            entry("POST /api/elections/{election}/rounds/{round}/start", NONE),
            entry("PUT /api/elections/{election}/rounds/{round}/schedule", EMPTY_OBJECT),
            entry("PUT /api/elections/{election}/schedule", EMPTY_OBJECT),
            entry("POST /api/elections/{election}/rounds/{round}/kpu-decisions", EMPTY_OBJECT),
            entry("PUT /api/elections/{election}/rounds/{round}/late-steps", json(side -> "{\"steps\": []}")),
            entry(
                    "POST /api/progress/excuses",
                    json(side ->
                            "{\"kind\": \"VOTING\", \"slot\": \"10.00\", \"tps\": [\"%s\"], \"reason\": \"Tidak ada sinyal\"}"
                                    .formatted(side.tps()))),
            entry("POST /api/progress/excuses/{id}/withdrawal", json(side -> "{\"reason\": \"Sinyal kembali\"}")),
            entry(
                    "POST /desk/belum-lapor/maklumi",
                    text(
                            "application/x-www-form-urlencoded",
                            side -> "kind=VOTING&slot=12.00&reason=Tidak+ada+sinyal&tps=" + side.tps())),
            entry("POST /desk/belum-lapor/cabut", form("kind=VOTING&slot=10.00&why=Sinyal+kembali")),
            entry("POST /api/official-figures", file("file", "angka.csv", Bodies::official)),
            entry("POST /desk/perbandingan/impor", file("file", "angka.csv", Bodies::official)),
            entry("POST /api/tier-reports/{id:[0-9]+}/seal", json(side -> "{\"capacity\": \"PLH\"}")),
            entry("POST /api/tier-reports/{id:[0-9]+}/recompile", NONE),
            entry("POST /api/tier-reports/{id:[0-9]+}/forward", NONE),
            entry("POST /api/tier-reports/{id:[0-9]+}/approve", json(side -> "{\"capacity\": \"DEFINITIVE\"}")),
            entry("POST /api/tier-reports/{id:[0-9]+}/return", json(side -> "{\"reason\": \"Periksa lagi\"}")),
            entry("POST /api/tier-reports/{id:[0-9]+}/corrections", json(side -> "{\"reason\": \"Periksa lagi\"}")),
            entry("POST /desk/laporan/{id:[0-9]+}", form("tindakan=telepon&alasan=uji+saja")),
            entry("POST /desk/laporan/{id:[0-9]+}/lampiran", file("berkas", "uji.png", Side::upload)),
            entry("POST /api/comparison/{race}/again", NONE),
            entry("POST /desk/perbandingan/lagi", form("race=BUPATI")),
            entry("POST /desk/putaran/jadwal", form("election=pilkada-uji&round=R1")),
            entry("POST /desk/putaran/keputusan", form("election=pilkada-uji&round=R1")),
            entry("PUT /api/public-view", json(side -> "{\"mode\": \"OFF\"}")),
            entry("POST /setup/latihan", form("jam=0")),
            entry("POST /setup/latihan/hapus", form("election=pilkada-uji&round=R1&ketik=R1")),
            entry("POST /api/practice", json(side -> "{\"hours\": 0}")),
            entry("POST /api/practice/{election}/{round}/wipe", EMPTY_OBJECT),
            entry("POST /setup/publik", form("mode=OFF")),
            entry("POST /setup/publik/mati", form("")),
            entry("POST /setup/elections", form("code=&name=")),
            entry("POST /setup/elections/{election}/rounds/{round}/start", form("")),
            entry("POST /api/imports/{kind}", file("file", "staf.csv", Bodies::staff)),
            entry("POST /setup/imports/{kind}", file("file", "staf.csv", Bodies::staff)),
            entry("PUT /api/assignments/{district}", json(Bodies::naming)),
            entry("PUT /api/assignments/{district}/{village}", EMPTY_OBJECT),
            entry("DELETE /api/assignments/{district}/people/{assignment}", NONE),
            entry("POST /api/assignments/{district}/replacements", json(Bodies::replacement)),
            entry("PUT /api/assignments/{district}/training", json(side -> "{\"attended\": [%s]}"
                    .formatted(side.assignment()))),
            entry("POST /api/assignments/{district}/letters", NONE),
            entry("POST /api/practice-reports", EMPTY_OBJECT),
            entry(
                    "POST /lapangan/latihan",
                    text(
                            "application/x-www-form-urlencoded",
                            side -> "lokasi=READY&sinyal=GOOD&tempat="
                                    + side.village().replace(".", ""))),
            entry("POST /desk/penugasan/surat", form("")),
            entry(
                    "POST /desk/penugasan/bimtek",
                    text("application/x-www-form-urlencoded", side -> "hadir=" + side.assignment())),
            entry("POST /desk/penugasan/ganti", form("nama=Orang+Uji&telepon=081234567899&alasan=uji")),
            entry("PUT /api/field-reports/{id}", json(Bodies::report)),
            entry("POST /api/field-reports/{id}/retry", NONE),
            entry("PUT /api/photos/{sha256}", new Body("image/png", Side::upload)),
            entry("PATCH /api/photos/{sha256}", new Body("application/partial-upload", Side::upload)),
            entry("POST /api/tasks/{id}/claim", NONE),
            entry("POST /api/tasks/{id}/complete", json(side -> "{\"data\": " + Figures.ofAStranger() + "}")),
            entry("POST /api/c1/{race}/{tps}/rekeyings", json(side -> "{\"data\": " + Figures.ofAStranger() + "}")),
            entry("POST /api/c1/{race}/{tps}/photo-rejections", json(side -> "{\"reason\": \"UNREADABLE\"}")),
            entry(
                    "POST /api/c1/{race}/{tps}/decisions",
                    json(side -> "{\"reason\": \"uji\", \"data\": " + Figures.ofAStranger() + "}")),
            entry("POST /api/c1/{race}/{tps}/photos", file("photos", "c1.png", Side::upload)),
            entry("POST /api/tier-reports/{id:[0-9]+}/attachments", file("file", "pindaian.png", Side::upload)),
            entry("POST /api/seal-keys", NONE),
            entry("POST /api/readiness/{tps}/photos", file("photos", "tps.png", Side::upload)),
            entry("POST /lapangan/c1/{race}/{tps}/foto", file("photos", "c1.png", Side::upload, aNewEntry())),
            entry("POST /lapangan/c1/{race}/{tps}", form(aNewEntry() + "&form=PLANO&votes.1=5&votes.2=6")));

    private Bodies() {}

    static @org.jspecify.annotations.Nullable Body of(Endpoint endpoint) {
        return BODIES.get(endpoint.key());
    }

    private static String aNewEntry() {
        return "id=5e6f7a80-1111-4222-8333-444455556666&observedAt=2024-11-27T08:00:00Z";
    }

    private static byte[] staff(Side side) {
        return ("username,nama,peran,wilayah\norang-baru-%s,Orang Baru,village-admin,%s\n"
                        .formatted(side.district().substring(6), side.village()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] screenings(Side side) {
        return "kode_petugas,tanggal,hasil\nTIDAK-ADA,2024-11-12,berisiko\n".getBytes(StandardCharsets.UTF_8);
    }

    private static String naming(Side side) {
        return "{\"villages\": [{\"village\": \"%s\", \"people\": [{\"name\": \"Orang Uji\", \"phone\": \"081234567898\"}]}]}"
                .formatted(side.village());
    }

    private static String replacement(Side side) {
        return "{\"assignment\": %s, \"reason\": \"uji\", \"person\": {\"name\": \"Orang Uji\", \"phone\": \"081234567899\"}}"
                .formatted(side.assignment());
    }

    private static String report(Side side) {
        return "{\"kind\": \"C1\", \"race\": \"BUPATI\", \"tps\": \"%s\", \"observedAt\": \"2024-11-27T15:00:00+07:00\", \"data\": %s}"
                .formatted(side.tps(), Figures.ofAStranger());
    }

    private static String shift(Side side) {
        return "{\"post\": \"Posko\", \"region\": \"%s\", \"startsAt\": \"2024-11-27T06:00:00+07:00\", \"endsAt\": \"2024-11-27T14:00:00+07:00\"}"
                .formatted(side.district());
    }

    private static byte[] official(Side side) {
        return "kode;suara_1;suara_2\n%s;12;13\n".formatted(side.tps()).getBytes(StandardCharsets.UTF_8);
    }

    private static String broadcast(Side side) {
        return "{\"area\": \"%s\", \"roles\": [\"camat\"], \"title\": \"Uji\", \"text\": \"Uji saja\"}"
                .formatted(side.district());
    }

    private static String handover(Side side) {
        return "{\"agency\": \"bpbd\", \"indicators\": [\"FLOOD\"], \"region\": \"%s\"}".formatted(side.district());
    }

    private static String erasure(Side side) {
        return "{\"kind\": \"FIELD_REPORT\", \"id\": \"%s\", \"reason\": \"Salah kirim sekali\", \"decidedBy\": \"Bupati\", \"decision\": \"1/2024\"}"
                .formatted(side.report());
    }

    private static Body broadcastForm() {
        return text(
                "application/x-www-form-urlencoded",
                side -> "wilayah=" + side.district() + "&peran=camat&judul=Uji&isi=Uji+saja");
    }

    private static Body json(Function<Side, String> body) {
        return text("application/json", body);
    }

    private static Body form(String fields) {
        return text("application/x-www-form-urlencoded", side -> fields);
    }

    private static Body text(String type, Function<Side, String> body) {
        return new Body(type, side -> body.apply(side).getBytes(StandardCharsets.UTF_8));
    }

    private static Body file(String field, String name, Function<Side, byte[]> bytes) {
        return file(field, name, bytes, "");
    }

    private static Body file(String field, String name, Function<Side, byte[]> bytes, String fields) {
        return new Body(
                "multipart/form-data; boundary=" + BOUNDARY, side -> multipart(field, name, bytes.apply(side), fields));
    }

    private static byte[] multipart(String field, String name, byte[] bytes, String fields) {
        var head = new StringBuilder();
        for (var pair : fields.isEmpty() ? new String[0] : fields.split("&")) {
            var parts = pair.split("=", 2);
            head.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(BOUNDARY, parts[0], parts[1]));
        }
        head.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                        .formatted(BOUNDARY, field, name));
        var out = new java.io.ByteArrayOutputStream();
        out.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        out.writeBytes(bytes);
        out.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }
}
