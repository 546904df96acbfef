package lantai.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import lantai.record.Component;

/** The items that look at the object as an information package: what lies in it and what its metadata says. */
final class PackageChecks {
    private static final String METADATA = "metadata.json";
    private static final String EVENTS = "premis.xml";
    private static final String SCHEMA = "lantai-metadata-1";

    private PackageChecks() {}

    /** 1-11: every file that is named lies there, and nothing lies there unnamed. */
    static Judgement links(ItemFacts facts, CheckPolicy policy) {
        var faults = new ArrayList<Said>();
        var paths = Set.copyOf(facts.packed().paths());
        var named = facts.components().stream().map(Component::path).collect(Collectors.toSet());
        facts.packed().metadata().ifPresent(metadata -> {
            metadata.path("components")
                    .forEach(each -> named.add(each.path("path").asText()));
            metadata.path("attachments")
                    .forEach(each -> named.add(each.path("path").asText()));
        });
        named.stream()
                .filter(path -> !paths.contains(path))
                .sorted()
                .forEach(path -> faults.add(Said.of("file-missing", path)));
        paths.stream()
                .filter(path -> path.startsWith("masters/") && !named.contains(path))
                .sorted()
                .forEach(path -> faults.add(Said.of("file-unnamed", path)));
        return Judgement.of(ElementChecks.few(faults));
    }

    /** 1-12: the catalogue of the package and its events follow their schema. */
    static Judgement catalogueFiles(ItemFacts facts, CheckPolicy policy) {
        var faults = new ArrayList<Said>();
        if (facts.packed().metadata().isEmpty()) {
            faults.add(Said.of("not-readable", METADATA, facts.packed().metadataFault()));
        } else {
            var metadata = facts.packed().metadata().get();
            if (!metadata.path("schema").asText("").equals(SCHEMA)) {
                faults.add(Said.of(
                        "wrong-schema", METADATA, metadata.path("schema").asText("")));
            }
            if (!metadata.path("components").isArray() || !metadata.path("year").isInt()) {
                faults.add(Said.of("wrong-schema", METADATA, "components, year"));
            }
        }
        if (facts.packed().events().isEmpty()) {
            faults.add(Said.of("not-readable", EVENTS, facts.packed().eventsFault()));
        }
        return Judgement.of(faults);
    }

    /** 1-13: what lies in the object lies where the policy says. */
    static Judgement structure(ItemFacts facts, CheckPolicy policy) {
        var faults = new ArrayList<Said>();
        for (var path : List.of(METADATA, EVENTS)) {
            if (!facts.packed().paths().contains(path)) {
                faults.add(Said.of("file-missing", path));
            }
        }
        facts.packed().paths().stream()
                .filter(path -> !policy.mayLie(path))
                .forEach(path -> faults.add(Said.of("out-of-structure", path)));
        return Judgement.of(ElementChecks.few(faults));
    }

    /** 1-14: every digest of the inventory holds, and the digests in the package are those in the register. */
    static Judgement sameness(ItemFacts facts, CheckPolicy policy) {
        if (facts.packed().faults().isEmpty()) {
            return Judgement.notRun("not-validated");
        }
        var faults = facts.packed().faults().get().stream()
                .map(fault -> Said.of("package-altered", fault))
                .collect(Collectors.toCollection(ArrayList::new));
        var metadata = facts.packed().metadata();
        for (var component : facts.components()) {
            metadata.flatMap(packed -> described(packed, component))
                    .filter(each -> !each.path("sha256")
                                    .asText("")
                                    .equals(component.fixity().sha256())
                            || !each.path("sm3")
                                    .asText("")
                                    .equals(component.fixity().sm3()))
                    .ifPresent(_ -> faults.add(Said.of("package-digest", component.name())));
        }
        return Judgement.of(ElementChecks.few(faults));
    }

    /** 2-10: the package says of the record what the register says. */
    static Judgement metadata(ItemFacts facts, CheckPolicy policy) {
        if (facts.packed().metadata().isEmpty()) {
            return Judgement.failed("not-readable", METADATA, facts.packed().metadataFault());
        }
        var metadata = facts.packed().metadata().get();
        var faults = new ArrayList<Said>();
        var register = ItemValues.of(facts.item());
        var packed = ItemValues.of(metadata);
        for (var element : policy.elements()) {
            var here = Optional.ofNullable(register.get(element.name())).orElse("");
            var there = Optional.ofNullable(packed.get(element.name())).orElse("");
            if (!here.equals(there)) {
                faults.add(Said.of("package-differs", element.label(), there, here));
            }
        }
        if (!metadata.path("id").asText("").equals(facts.item().id().toString())) {
            faults.add(Said.of(
                    "package-differs",
                    "id",
                    metadata.path("id").asText(""),
                    facts.item().id()));
        }
        if (metadata.path("pages").size() != facts.pages().size()) {
            faults.add(Said.of(
                    "package-pages",
                    metadata.path("pages").size(),
                    facts.pages().size()));
        }
        return Judgement.of(faults);
    }

    /** 2-11: as many files as the metadata names. */
    static Judgement content(ItemFacts facts, CheckPolicy policy) {
        var masters = facts.packed().paths().stream()
                .filter(path -> path.startsWith("masters/"))
                .count();
        var named = new HashSet<String>();
        facts.packed()
                .metadata()
                .map(metadata -> metadata.path("components"))
                .ifPresent(
                        all -> all.forEach(each -> named.add(each.path("path").asText())));
        return masters == named.size() && named.size() == facts.components().size()
                ? Judgement.passed()
                : Judgement.failed(
                        "file-count", masters, named.size(), facts.components().size());
    }

    /** 3-1: the metadata of the package can be read. */
    static Judgement readable(ItemFacts facts, CheckPolicy policy) {
        var faults = new ArrayList<Said>();
        if (facts.packed().metadata().isEmpty()) {
            faults.add(Said.of("not-readable", METADATA, facts.packed().metadataFault()));
        }
        if (facts.packed().events().isEmpty()) {
            faults.add(Said.of("not-readable", EVENTS, facts.packed().eventsFault()));
        }
        return Judgement.of(faults);
    }

    private static Optional<JsonNode> described(JsonNode metadata, Component component) {
        return StreamSupport.stream(metadata.path("components").spliterator(), false)
                .filter(each -> each.path("path").asText("").equals(component.path()))
                .findFirst();
    }
}
