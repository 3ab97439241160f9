package io.segmenta;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;

/** The compiled classes of the product, and where in the house each stands. */
final class House {
    static final String ROOT = "io.segmenta";

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages(ROOT);

    /** Wings whose rooms have names of their own. */
    private static final Set<String> WINGS = Set.of("engine", "service");

    private House() {}

    /** {@code engine.ingest} for everything in and below it, {@code web}; empty for the root itself. */
    static String room(JavaClass type) {
        String[] parts = below(type).split("\\.");
        return WINGS.contains(parts[0]) && parts.length > 1 ? parts[0] + "." + parts[1] : parts[0];
    }

    /** The package below the root: {@code engine.ingest.text}; empty for the root itself. */
    static String below(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1) : "";
    }

    static boolean inEngine(JavaClass type) {
        return below(type).startsWith("engine.");
    }

    static boolean isOurs(JavaClass type) {
        return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
    }

    /** Of a nested type the one that has a file of its own. */
    static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(House::outermost).orElse(type);
    }

    static boolean isEngineValue(JavaClass type) {
        return inEngine(type) && (type.isRecord() || type.isEnum() || type.isInterface() || isConstantOfEnum(type));
    }

    /** Constants of an enum with bodies are classes of their own. */
    private static boolean isConstantOfEnum(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.FINAL)
                && type.getRawSuperclass().map(JavaClass::isEnum).orElse(false);
    }
}
