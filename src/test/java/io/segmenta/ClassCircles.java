package io.segmenta;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Classes with files of their own that all reach each other.
 *
 * @see <a href="https://doi.org/10.1137/0201010">Tarjan (1972), Depth-First Search and Linear Graph Algorithms</a>
 */
final class ClassCircles {
    private final Map<String, Set<String>> uses;
    private final Map<String, Integer> number = new HashMap<>();
    private final Map<String, Integer> lowest = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final List<Set<String>> circles = new ArrayList<>();

    private ClassCircles(Map<String, Set<String>> uses) {
        this.uses = uses;
    }

    /** Each circle of two or more, by full names; the members of a sealed family that know only each other are none. */
    static List<Set<String>> among(JavaClasses classes) {
        Map<String, Set<String>> uses = new TreeMap<>();
        Map<String, JavaClass> byName = new HashMap<>();
        for (JavaClass type : classes) {
            JavaClass from = House.outermost(type);
            byName.put(from.getName(), from);
            Set<String> targets = uses.computeIfAbsent(from.getName(), name -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency ->
                            House.outermost(dependency.getTargetClass().getBaseComponentType()))
                    .filter(target -> House.isOurs(target) && !target.equals(from))
                    .forEach(target -> targets.add(target.getName()));
        }
        return of(uses).stream()
                .filter(circle ->
                        !isSealedFamily(circle.stream().map(byName::get).collect(Collectors.toSet())))
                .toList();
    }

    /** @param uses per name the names it uses */
    static List<Set<String>> of(Map<String, Set<String>> uses) {
        ClassCircles search = new ClassCircles(uses);
        uses.keySet().forEach(name -> {
            if (!search.number.containsKey(name)) {
                search.visit(name);
            }
        });
        return search.circles;
    }

    private void visit(String name) {
        int own = number.size();
        number.put(name, own);
        lowest.put(name, own);
        open.push(name);
        for (String next : uses.getOrDefault(name, Set.of())) {
            if (!number.containsKey(next)) {
                visit(next);
                lowest.merge(name, lowest.get(next), Math::min);
            } else if (open.contains(next)) {
                lowest.merge(name, number.get(next), Math::min);
            }
        }
        if (lowest.get(name) == own) {
            Set<String> circle = new TreeSet<>();
            String member;
            do {
                member = open.pop();
                circle.add(member);
            } while (!member.equals(name));
            if (circle.size() > 1) {
                circles.add(circle);
            }
        }
    }

    /** A sealed type names those that are permitted to be it, and they name it. */
    private static boolean isSealedFamily(Set<JavaClass> circle) {
        return circle.stream().anyMatch(head -> {
            Class<?> type = head.reflect();
            return type.isSealed() && circle.stream().allMatch(member -> type.isAssignableFrom(member.reflect()));
        });
    }
}
