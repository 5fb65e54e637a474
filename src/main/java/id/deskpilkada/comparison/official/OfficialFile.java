package id.deskpilkada.comparison.official;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.imports.ImportProblems;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.util.LinkedHashMap;
import java.util.Map;

/** A file with published figures, told apart by its content: KPU's JSON, an archive of many, or a table. */
record OfficialFile(OfficialFormat format, OfficialSet set) {

    /**
     * @param area digits of the region that the installation serves
     * @param candidates ballot numbers by KPU's own numbers, as far as they are known
     * @throws Problem 413 or 422 when the file as a whole cannot be used; single faults are in the problems
     */
    static OfficialFile read(
            byte[] content,
            String name,
            RaceRef race,
            String area,
            Map<String, Integer> candidates,
            ImportProblems problems) {
        if (content.length == 0) {
            throw Problem.unprocessable("EMPTY_FILE");
        }
        if (isWorkbook(content)) {
            return new OfficialFile(OfficialFormat.TABLE, OfficialTable.read(content, race, problems));
        }
        if (startsWith(content, "PK")) {
            return new OfficialFile(
                    OfficialFormat.KPU_ZIP, kpu(KpuArchive.files(content), race, area, candidates, problems));
        }
        return startsWithBrace(content)
                ? new OfficialFile(
                        OfficialFormat.KPU_JSON, kpu(Map.of(name, content), race, area, candidates, problems))
                : new OfficialFile(OfficialFormat.TABLE, OfficialTable.read(content, race, problems));
    }

    private static OfficialSet kpu(
            Map<String, byte[]> files,
            RaceRef race,
            String area,
            Map<String, Integer> candidates,
            ImportProblems problems) {
        var set = new OfficialSet();
        var json = new KpuJson(race, area, candidates, set, problems);
        Map<String, JsonNode> results = new LinkedHashMap<>();
        int ofOthers = 0;
        for (var file : files.entrySet()) {
            if (json.isOfAnotherRace(file.getKey())) {
                ofOthers++;
                continue;
            }
            var root = json.parse(file.getKey(), file.getValue());
            if (root != null && !json.learn(root)) {
                results.put(file.getKey(), root);
            }
        }
        results.forEach(json::read);
        if (!json.unknown().isEmpty()) {
            throw Problem.unprocessable(
                    "OFFICIAL_CANDIDATES_UNKNOWN",
                    String.join(", ", json.unknown()),
                    json.unknown().first());
        }
        if (ofOthers > 0 && results.isEmpty()) {
            throw Problem.unprocessable("OFFICIAL_OTHER_RACE", race.name());
        }
        if (ofOthers > 0) {
            set.warn(FieldProblem.field("file", Integer.toString(ofOthers), "OFFICIAL_OF_OTHER_RACES", ofOthers));
        }
        return set;
    }

    private static boolean isWorkbook(byte[] content) {
        return startsWith(content, "PK")
                && new String(content, java.nio.charset.StandardCharsets.ISO_8859_1).contains("[Content_Types].xml");
    }

    private static boolean startsWith(byte[] content, String magic) {
        return content.length >= 2 && content[0] == magic.charAt(0) && content[1] == magic.charAt(1);
    }

    private static boolean startsWithBrace(byte[] content) {
        for (byte one : content) {
            if (!Character.isWhitespace(one) && one != (byte) 0xEF && one != (byte) 0xBB && one != (byte) 0xBF) {
                return one == '{' || one == '[';
            }
        }
        return false;
    }
}
