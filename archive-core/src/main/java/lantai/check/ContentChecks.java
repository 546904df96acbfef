package lantai.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import lantai.record.Component;
import lantai.record.ItemPage;

/** The items for which files are opened. */
final class ContentChecks {
    /** Endings that belong to one media type only; other endings say nothing. */
    private ContentChecks() {}

    /** 1-10: size and format are what was recorded, and the name does not claim another. */
    static Judgement attributes(ItemFacts facts, CheckPolicy policy) {
        var faults = new ArrayList<Said>();
        var open = new ArrayList<Said>();
        for (var component : facts.components()) {
            var found = facts.found(component);
            if (found.isEmpty()) {
                faults.add(Said.of("file-missing", component.path()));
                continue;
            }
            if (found.get().fixity().size() != component.fixity().size()) {
                faults.add(Said.of(
                        "size-differs",
                        component.name(),
                        found.get().fixity().size(),
                        component.fixity().size()));
            }
            found.get()
                    .content()
                    .ifPresentOrElse(
                            content -> format(component, content, faults),
                            () -> open.add(Said.of("not-opened", component.name(), "")));
        }
        return Judgement.of(faults, open);
    }

    private static void format(Component component, Content content, List<Said> faults) {
        var mime = NameEnding.plain(content.mime());
        if (!mime.equals(NameEnding.plain(component.mime()))) {
            faults.add(Said.of("format-differs", component.name(), mime, NameEnding.plain(component.mime())));
        } else if (!content.puid().equals(component.puid())) {
            faults.add(Said.of("format-differs", component.name(), content.puid(), component.puid()));
        }
        NameEnding.belied(component.name(), mime)
                .ifPresent(_ -> faults.add(Said.of("ending-differs", component.name(), mime)));
    }

    /** 2-7: each file opens to its end and has every page that the record names. */
    static Judgement complete(ItemFacts facts, CheckPolicy policy) {
        var faults = new ArrayList<Said>();
        var open = new ArrayList<Said>();
        for (var component : facts.components()) {
            opened(facts, component, faults, open).ifPresent(content -> {
                var last = facts.pages().stream()
                        .filter(page -> page.component() == component.ordinal())
                        .mapToInt(ItemPage::componentPage)
                        .max()
                        .orElse(0);
                if (last > content.pages()) {
                    faults.add(Said.of("pages-missing", component.name(), last, content.pages()));
                }
            });
        }
        return Judgement.of(faults, open);
    }

    private static Optional<Content> opened(ItemFacts facts, Component component, List<Said> faults, List<Said> open) {
        var found = facts.found(component);
        if (found.isEmpty()) {
            faults.add(Said.of("file-missing", component.path()));
            return Optional.empty();
        }
        var content = found.get().content();
        if (content.isEmpty()) {
            open.add(Said.of("not-opened", component.name(), ""));
            return Optional.empty();
        }
        switch (content.get().state()) {
            case OPENED -> {
                return content;
            }
            case ENCRYPTED -> faults.add(Said.of("encrypted", component.name()));
            case DAMAGED ->
                faults.add(Said.of("damaged", component.name(), content.get().reason()));
            case NOT_OPENED ->
                open.add(Said.of("not-opened", component.name(), content.get().reason()));
        }
        return Optional.empty();
    }

    /** 2-8: attachments that the package names lie there unaltered; those inside of mails can be listed. */
    static Judgement attachments(ItemFacts facts, CheckPolicy policy) {
        var faults = new ArrayList<Said>();
        var declared = facts.packed().metadata().map(metadata -> metadata.path("attachments"));
        var paths = new HashSet<>(facts.packed().paths());
        var number = declared.map(com.fasterxml.jackson.databind.JsonNode::size).orElse(0);
        declared.ifPresent(all -> all.forEach(each -> {
            var path = each.path("path").asText("");
            var same = facts.components().stream()
                    .filter(component -> component.path().equals(path))
                    .findFirst();
            if (!paths.contains(path)) {
                faults.add(Said.of("attachment-missing", path));
            } else if (same.filter(component -> component
                            .fixity()
                            .sha256()
                            .equals(each.path("sha256").asText("")))
                    .isEmpty()) {
                faults.add(Said.of("attachment-differs", path));
            }
        }));
        for (var found : facts.files().values()) {
            for (var entry : found.content().map(Content::entries).orElse(List.of())) {
                number++;
                if (entry.isBlank()) {
                    faults.add(Said.of("attachment-unnamed", found.path().getFileName()));
                }
            }
        }
        return number == 0 ? Judgement.notApplicable("no-attachments") : Judgement.of(faults);
    }

    /** 3-4: every page can be drawn, all sound decoded, all text taken out. */
    static Judgement readability(ItemFacts facts, CheckPolicy policy) {
        var faults = new ArrayList<Said>();
        var open = new ArrayList<Said>();
        for (var component : facts.components()) {
            opened(facts, component, faults, open).ifPresent(content -> {
                if (content.drawn().isEmpty()) {
                    open.add(Said.of("not-drawn", component.name(), ""));
                    return;
                }
                var drawn = content.drawn().get();
                if (!drawn.fault().isEmpty()) {
                    faults.add(Said.of("not-drawable", component.name(), drawn.parts() + 1, drawn.fault()));
                } else if (!drawn.undecodable().isEmpty()) {
                    open.add(Said.of("not-drawn", component.name(), drawn.undecodable()));
                }
            });
        }
        return Judgement.of(faults, open);
    }

    /** 4-2. */
    static Judgement virus(ItemFacts facts, CheckPolicy policy) {
        var faults = new ArrayList<Said>();
        var open = new ArrayList<Said>();
        for (var component : facts.components()) {
            var verdict = facts.found(component).flatMap(ItemFacts.Found::virus);
            if (verdict.isEmpty()) {
                open.add(Said.of("not-scanned", component.name()));
            } else if (verdict.get().outcome() == Outcome.FAILED) {
                faults.addAll(verdict.get().said());
            } else {
                verdict.get().said().stream()
                        .filter(said -> !open.contains(said))
                        .forEach(open::add);
            }
        }
        return Judgement.of(faults, open);
    }
}
