package id.deskpilkada.imports;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Set-up by files over HTTP, for the administrator of the installation. */
@RestController
@RequestMapping("/api/imports")
class ImportController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Imports imports;
    private final ImportTemplate template;
    private final Messages messages;

    ImportController(Imports imports, ImportTemplate template, Messages messages) {
        this.imports = imports;
        this.template = template;
        this.messages = messages;
    }

    record Kind(String kind, List<Column> columns) {}

    @GetMapping
    List<Kind> kinds(Actor actor) {
        var tables = imports.kindsFor(actor);
        var documents = actor.may(Permission.SET_UP) ? imports.documents() : List.<DocumentImporter>of();
        if (tables.isEmpty() && documents.isEmpty()) {
            throw Problem.forbidden("FORBIDDEN");
        }
        return Stream.concat(
                        tables.stream().map(importer -> new Kind(importer.kind(), importer.columns())),
                        documents.stream().map(document -> new Kind(document.kind(), List.of())))
                .toList();
    }

    @PostMapping(path = "/{kind}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ImportAnswer upload(
            Actor actor,
            @PathVariable String kind,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        imports.require(kind, actor);
        if (file == null) {
            throw Problem.unprocessable("FILE_MISSING");
        }
        String code = election == null || election.isBlank() ? null : election.strip();
        ImportContext context = new ImportContext(code, dryRun, actor, file.getOriginalFilename());
        return ImportAnswer.of(imports.run(kind, file.getBytes(), context), messages);
    }

    @GetMapping("/{kind}/template.xlsx")
    ResponseEntity<byte[]> template(Actor actor, @PathVariable String kind) throws IOException {
        imports.require(kind, actor);
        Importer importer = imports.kind(kind);
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename("template-" + importer.kind() + ".xlsx")
                .build();
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .body(template.of(importer));
    }
}
