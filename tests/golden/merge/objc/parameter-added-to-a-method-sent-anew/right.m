#import <Foundation/Foundation.h>
#import "Base.h"

@interface Account : NSObject <NSCopying>
@property (nonatomic, copy) NSString *name;
- (instancetype)initWithName:(NSString *)name;
- (void)deposit:(int)amount;
@end

@implementation Account

- (instancetype)initWithName:(NSString *)name {
    self = [super init];
    if (self) {
        _name = name;
    }
    return self;
}

- (void)bonus {
    [self deposit:1];
}

- (void)deposit:(int)amount {
    self.total += amount;
}

@end
