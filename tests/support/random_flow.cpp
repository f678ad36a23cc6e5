#include "support/random_flow.h"

#include "base/id_generator.h"
#include "model/draft.h"

#include <random>

namespace flowspine::test {

namespace {

using namespace model;

// A block has one way in and one way out.
struct Block {
    Id<Step> first;
    Id<Step> last;
};

class FlowMaker {
  public:
    FlowMaker(std::uint64_t seed, std::size_t teams)
        : m_random(seed), m_draft(makeEmptyModel(m_ids.next(idPrefix(Kind::plan)), "Random flow")) {
        for (std::size_t i = 0; i < teams; ++i)
            make<Team>(m_draft.changePlan().teams)->name = "Team " + std::to_string(i);
        m_flow = make<Flow>(m_draft.changePlan().flows);
        m_variant = make<Variant>(m_flow->variants);
        m_flow->current = Id<Variant>(m_variant->id);
        m_flow->demandPerWeek = 10;
    }

    RandomFlow run(std::uint64_t seed, std::size_t steps) {
        const Id<Step> start = add(StepType::start);
        const Block body = sequence(steps);
        const Id<Step> end = add(StepType::end);
        connect(start, body.first);
        connect(body.last, end);
        return {m_draft.finish(), Id<Flow>(m_flow->id), Id<Variant>(m_variant->id), seed};
    }

  private:
    template <class T>
    T* make(ChildList<T>& owner) {
        auto entity = std::make_shared<T>();
        entity->id = m_ids.next(idPrefix(kindFor<T>));
        T* made = entity.get();
        owner.add(entity->id);
        m_draft.put(std::move(entity));
        return made;
    }

    std::size_t below(std::size_t limit) { return static_cast<std::size_t>(m_random() % limit); }

    Id<Step> add(StepType type) {
        Step* step = make<Step>(m_variant->steps);
        step->type = type;
        if (type == StepType::task) {
            step->name = "Step " + std::to_string(m_variant->steps.size());
            const ChildList<Team>& teams = m_draft.changePlan().teams;
            if (!teams.isEmpty()) step->team = teams[below(teams.size())];
            step->processTime = Duration{static_cast<std::int64_t>(below(40)) * 900};
            step->waitTime = Duration{static_cast<std::int64_t>(below(80)) * 3600};
            step->percentCompleteAccurate = static_cast<double>(50 + below(51));
        }
        return Id<Step>(step->id);
    }

    Link* connect(const Id<Step>& from, const Id<Step>& to, LinkKind kind = LinkKind::sequence) {
        Link* link = make<Link>(m_variant->links);
        link->from = from;
        link->to = to;
        link->kind = kind;
        return link;
    }

    Block task() {
        const Id<Step> step = add(StepType::task);
        return {step, step};
    }

    Block sequence(std::size_t steps) {
        Block whole = block(std::min<std::size_t>(steps, 1 + below(5)), steps);
        std::size_t left = steps - std::min(steps, m_spent);
        while (left > 0) {
            const Block next = block(std::min<std::size_t>(left, 1 + below(9)), left);
            connect(whole.last, next.first);
            whole.last = next.last;
            left -= std::min(left, m_spent);
        }
        return whole;
    }

    // Uses up about `size` of `left` steps; says how many in m_spent.
    Block block(std::size_t size, std::size_t left) {
        if (size < 3) {
            m_spent = 1;
            return task();
        }
        const std::size_t spent = std::min(size, left);
        Block made;
        switch (below(4)) {
        case 0: made = alternatives(spent); break;
        case 1: made = parallel(spent); break;
        case 2: made = loop(spent); break;
        default:
            made = task();
            m_spent = 1;
            return made;
        }
        m_spent = spent;
        return made;
    }

    Block alternatives(std::size_t size) {
        const Id<Step> fork = add(StepType::exclusive);
        const Id<Step> merge = add(StepType::exclusive);
        const std::size_t ways = 2 + below(2);
        double left = 100;
        for (std::size_t i = 0; i < ways; ++i) {
            const Block way = sequence(std::max<std::size_t>(1, size / ways));
            const double share = i + 1 == ways ? left : static_cast<double>(10 + below(30));
            connect(fork, way.first)->probability = share;
            left -= share;
            connect(way.last, merge);
        }
        return {fork, merge};
    }

    Block parallel(std::size_t size) {
        const Id<Step> split = add(StepType::andSplit);
        const Id<Step> join = add(StepType::andJoin);
        m_draft.change(split)->joins = join;
        const std::size_t ways = 2 + below(2);
        for (std::size_t i = 0; i < ways; ++i) {
            const Block way = sequence(std::max<std::size_t>(1, size / ways));
            connect(split, way.first);
            connect(way.last, join)->delay = Duration{static_cast<std::int64_t>(below(3)) * 3600};
        }
        return {split, join};
    }

    Block loop(std::size_t size) {
        const Block body = sequence(size);
        const Id<Step> check = add(StepType::task);
        connect(body.last, check);
        const Id<Step> out = add(StepType::exclusive);
        const double back = static_cast<double>(5 + below(40));
        connect(check, out)->probability = 100 - back;
        connect(check, body.first, LinkKind::rework)->probability = back;
        return {body.first, out};
    }

    std::mt19937_64 m_random;
    base::CountingIdGenerator m_ids;
    Draft m_draft;
    Flow* m_flow = nullptr;
    Variant* m_variant = nullptr;
    std::size_t m_spent = 0;
};

} // namespace

RandomFlow makeRandomFlow(std::uint64_t seed, std::size_t steps, std::size_t teams) {
    return FlowMaker(seed, teams).run(seed, steps);
}

} // namespace flowspine::test
